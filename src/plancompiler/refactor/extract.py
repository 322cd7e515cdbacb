"""What stands under a node, moved to a file of its own that is part of the plan (`language.md` 9).

The node stays where it is, with its own fields, since the plan's main file says in which order nodes come; the part
holds all that is below it.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from plancompiler.edits import TextEdit
from plancompiler.model.kind import BY_KEY
from plancompiler.model.nynorsk import canonical_keys
from plancompiler.node import Node
from plancompiler.refactor.blocks import deeper, shifted
from plancompiler.refactor.change import Change, Refusal
from plancompiler.refactor.texts import Texts, column, find, line_above, line_begin, line_end, parts
from plancompiler.tree import Mapping, Sequence
from plancompiler.validate.plain import is_empty


def extract(texts: Texts, extracted: str) -> Change:
    """Return the change that moves everything under a node to a part of the plan. Raises Refusal.

    The order on the page stays: nodes of other parts about the same node must come after these.
    """
    node = find(texts, extracted)
    path = f"{_folder(texts, node.plan)}/{node.id}.yaml"
    holder, text = texts.mapping(node.file, node.steps), texts.text(node.file)
    lists = [key for key, entry in holder.entries.items() if _is_list(key) and not is_empty(entry.value)]
    if not lists:
        raise Refusal(
            f"«{node.name}» har ingen punkter under seg i {node.file}, så det er ingenting å flytte ut.",
            ["Ei fil som er del av en plan, holder det som står under et punkt; punktet selv blir stående."],
        )
    if holder.flow or any(_in_brackets(holder, key) for key in lists):
        raise Refusal(f"Punktene under «{node.name}» står i klammer. Skriv dem med ett punkt på hver linje først.")
    _no_file_before(texts, node, path)
    pieces, edits = [], list[TextEdit]()
    for key in lists:
        lines, out = _cut_list(texts, node, holder, key)
        pieces.append(lines)
        edits.append(out)
    head = f"del_av: {node.plan}\nunder: {node.id}\n"
    ending = "\r\n" if "\r\n" in text else "\n"
    made = head + "".join(pieces) + "\n"
    return Change(
        tuple(edits),
        new_files={path: made.replace("\r\n", "\n").replace("\n", ending)},
        notes=(f"Alt under «{node.name}» står nå i {path}. Punktet selv står der det stod.",),
    )


def _is_list(key: str) -> bool:
    return not BY_KEY.keys().isdisjoint(canonical_keys(key))


def _in_brackets(holder: Mapping, key: str) -> bool:
    value = holder.entries[key].value
    return not isinstance(value, Sequence) or value.flow


def _cut_list(texts: Texts, node: Node, holder: Mapping, key: str) -> tuple[str, TextEdit]:
    """Return the lines of a list with its key and the comments above it, at the margin, and the edit that cuts them."""
    path, text = node.file, texts.text(node.file)
    entry = holder.entries[key]
    indent = column(text, entry.key.start)
    if text[line_begin(text, entry.key.start) : entry.key.start].strip():
        raise Refusal(f"Feltet «{key}» står rett etter streken. Sett id-en først i punktet, og prøv igjen.")
    start = line_above(text, entry.key.start)
    while text[line_begin(text, start) : start].lstrip().startswith("#"):
        start = line_above(text, start)
    end = deeper(text, line_end(text, entry.value.end), indent)
    lines = shifted(text[start:end], -indent, indent)
    return lines, TextEdit(path, start, end, "")


def _folder(texts: Texts, plan: str) -> str:
    """Return the folder of a plan's parts: where the others stand, else beside `plan.yaml`, else the plan's own."""
    there = next((part.file for part in parts(texts, plan)), "")
    if there:
        return str(PurePosixPath(there).parent)
    file = PurePosixPath(texts.program.plans[plan].file)
    return str(file.parent if file.name == "plan.yaml" else file.parent / plan)


def _no_file_before(texts: Texts, node: Node, path: str) -> None:
    """Raise Refusal where another part about the node would come before the new one, and the page be another."""
    earlier = [part.file for part in parts(texts, node.plan) if part.text("under") == node.id and part.file < path]
    if earlier:
        raise Refusal(
            f"Rekkefølgen på siden ville blitt en annen: det som står i {earlier[0]}, ville kommet først.",
            [f"Flytt punktene dit med «planc move», eller gi den fila et navn som kommer etter {path}."],
        )
