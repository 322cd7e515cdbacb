"""Every message the program can say, for translators; run as a script it lists what the catalogues lack.

Messages are bokmål texts: those of the codes, those in the templates, and what the source passes to a translator. An
argument that is not a literal is followed to what it is bound to in the same module; where that cannot be, `FROM_DATA`
says what it may be, so that a new one cannot be overlooked.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from jinja2 import Environment
from jinja2.ext import extract_from_ast

from plancompiler import shown_dates, tables, wording
from plancompiler.catalogue import all_codes
from plancompiler.collect import collect
from plancompiler.findings import LEVELS
from plancompiler.followup import ANSWERS
from plancompiler.program import Basis
from plancompiler.table import Table
from plancompiler.translate import LANGUAGES, PLURAL, catalogue
from plancompiler.un_use import HOWS
from plancompiler.views import shown_words

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "plancompiler"
TEMPLATES = ROOT / "templates"

# Message -> the files it is said in.
Messages = Mapping[str, tuple[str, ...]]

_TABLES = collect(tables, "TABLE", Table)
_TYPES = (*shown_words._SHOWN["dokumenttype"], *shown_words._SHOWN["aktørtype"])
_WEIGHTS = ("hoved", "bi")
_LINK_WORDS = (
    *wording.LINK_WORDS.values(),
    *wording._CONTRIBUTES.values(),
    wording._MEASURES,
    wording._STAKEHOLDER,
)

# What is said of a code, which is read from the codes.
_OF_CODES = frozenset({"message", "label", "help", "what", "why"})

# Argument of a translator, as it is written -> the messages it may be.
FROM_DATA: Mapping[str, Iterable[str]] = {
    # A date, in `shown_dates`, and a message of a code, in `catalogue`.
    "text": shown_dates.MESSAGES,
    "message": shown_dates.MESSAGES,
    "table.title": [table.title for table in _TABLES],
    "table.about": [table.about for table in _TABLES],
    # Not a translator, but the function that puts the words of a cell together.
    "cell": (),
    "answer.answer": ANSWERS,
    "how": HOWS,
    "use.how": HOWS,
    "basis": get_args(Basis),
    "link.basis": get_args(Basis),
    "weight": _WEIGHTS,
    "use.weight": _WEIGHTS,
    "direction": tuple(shown_words._SHOWN["retning"]),
    "text(figure, 'art')": tuple(shown_words._SHOWN["art"]),
    "text(step, 'steg')": tuple(shown_words._SHOWN["steg"]),
    "entry.text('type')": _TYPES,
    "one if count == 1 else many": (),
    # Keys that Markdown has no label for: of a plan's contact and departures, of money in words, and of a document.
    "_LABELS.get(key, key.replace('_', ' ').capitalize())": (
        "Rolle",
        "Enhet",
        "Epost",
        "Telefon",
        "Regel",
        "Forklaring",
        "Tekst",
        "Verdi",
        "Vedtatt",
    ),
    "KIND_WORDS[kind][0]": [pair[0] for pair in wording.KIND_WORDS.values()],
    "name[0]": [name[0] for name in wording.NAMES],
    "pair[0]": [pair[0] for pair in _LINK_WORDS],
    "pair[1]": [pair[1] for pair in _LINK_WORDS],
}


@cache
def messages() -> Messages:
    """Return every message in the order of the files, with the files that say it."""
    found: dict[str, dict[str, None]] = {}
    for place, message in (*_of_codes(), *_of_source(), *_of_plurals(), *_of_templates()):
        found.setdefault(message, {})[place] = None
    return {message: tuple(places) for message, places in found.items() if message}


def missing(language: str) -> Messages:
    """Return the messages that the catalogue of a language does not translate."""
    known = catalogue(language)
    return {message: places for message, places in messages().items() if message not in known}


def unused(language: str) -> tuple[str, ...]:
    """Return the message ids of a catalogue that nothing says any more."""
    said = messages()
    return tuple(message for message in catalogue(language) if message not in said)


def untraced() -> tuple[str, ...]:
    """Return the arguments of translators that cannot be followed and are not in `FROM_DATA`, with their files."""
    return tuple(
        f"{place}: {ast.unparse(argument)}"
        for place, argument, bound in _arguments()
        if not tuple(_literals(argument, bound))
        and ast.unparse(argument) not in FROM_DATA
        and not (isinstance(argument, ast.Attribute) and argument.attr in _OF_CODES)
    )


def _of_codes() -> Iterator[tuple[str, str]]:
    for code in all_codes().values():
        variants = (text for words in code.variants.values() for text in (words.message, words.label, words.help))
        own = (code.message, code.label, code.help, *variants, *code.related.values(), *code.fixes.values())
        yield from ((code.name, text) for text in (*own, code.what, code.why))


def _of_source() -> Iterator[tuple[str, str]]:
    for place, argument, bound in _arguments():
        yield from ((place, text) for text in _literals(argument, bound))
        yield from ((place, text) for text in FROM_DATA.get(ast.unparse(argument), ()))


def _of_plurals() -> Iterator[tuple[str, str]]:
    """Yield the plurals of the kinds and of the levels, and those that are said outright.

    One that reads as its singular has a context of its own.
    """
    for file, pairs in (("wording.py", wording.NAMES), ("findings.py", LEVELS.values())):
        yield from ((file, f"{PLURAL}{many}" if one == many else many) for one, many in pairs)
    for path in sorted(SOURCE.rglob("*.py")):
        for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
            if getattr(call.func, "attr", "") == "plural" and isinstance(call.args[0], ast.Constant):
                yield path.relative_to(SOURCE).as_posix(), PLURAL + str(call.args[0].value)


def _of_templates() -> Iterator[tuple[str, str]]:
    environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, autoescape=True)
    for file in sorted(TEMPLATES.rglob("*.j2")):
        for _line, _function, said in extract_from_ast(environment.parse(file.read_text("utf-8"))):
            for text in (said,) if isinstance(said, str) else said or ():
                if text:
                    yield file.name, text


# What a name is bound to in a module, with the place of it there when several are bound at once.
Bound = Mapping[str, tuple[tuple[ast.expr, int | None], ...]]


def _arguments() -> Iterator[tuple[str, ast.expr, Bound]]:
    """Yield what is passed to a translator, which is always called `words`, with its file and the names bound there."""
    for file in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        bound = _bound(tree)
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            mapped = name == "map" and ast.unparse(call.args[0]).split(".")[-1] == "words"
            if mapped or (name == "words" and len(call.args) == 1):
                yield file.relative_to(SOURCE).as_posix(), call.args[1 if mapped else 0], bound


def _bound(tree: ast.AST) -> Bound:
    found: dict[str, list[tuple[ast.expr, int | None]]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            target, value, steps = node.targets[0], node.value, False
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            target, value, steps = node.target, node.value, False
        elif isinstance(node, ast.For | ast.comprehension):
            target, value, steps = node.target, node.iter, True
        else:
            continue
        for place, name in enumerate(target.elts if isinstance(target, ast.Tuple) else [target]):
            if isinstance(name, ast.Name):
                several = isinstance(target, ast.Tuple) and steps
                found.setdefault(name.id, []).append((value, place if several else None))
    return {name: tuple(values) for name, values in found.items()}


def _literals(node: ast.AST, bound: Bound, place: int | None = None) -> Iterator[str]:
    """Yield the texts an expression may be: literals, what a mapping may give, and what a name is bound to."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (text for part in (node.body, node.orelse) for text in _literals(part, bound, place))
    elif isinstance(node, ast.Tuple | ast.List | ast.Set) and place is not None:
        rows = (row for row in node.elts if isinstance(row, ast.Tuple) and place < len(row.elts))
        yield from (text for row in rows for text in _literals(row.elts[place], {}))
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        yield from (text for part in node.elts for text in _literals(part, {}))
    elif isinstance(node, ast.Dict):
        yield from (text for part in node.values for text in _literals(part, {}))
    elif isinstance(node, ast.Subscript):
        yield from _literals(node.value, bound)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        yield from _literals(node.func.value, bound)
    elif isinstance(node, ast.Name):
        rest = {name: values for name, values in bound.items() if name != node.id}
        for value, where in bound.get(node.id, ()):
            if not isinstance(value, ast.Call):
                yield from _literals(value, rest, place if where is None else where)


def main() -> None:
    """Print what each catalogue lacks, with where it is said, and what it no longer needs."""
    for language in LANGUAGES[1:]:
        for message, places in missing(language).items():
            print(f"{language}: mangler {message!r} ({', '.join(places)})")
        for message in unused(language):
            print(f"{language}: ikke i bruk {message!r}")
    for argument in untraced():
        print(f"kan ikke følges: {argument}")


if __name__ == "__main__":
    main()
