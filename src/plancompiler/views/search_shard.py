"""What can be found in a plan: its header, its nodes and the steps of its procedure, each with the words it is found by
and where it leads.

A shard says nothing of other plans but the names its own pages show, so it changes when they do and not before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from plancompiler.cells import heading, in_prose, kind, mark_on, mentioned, series, shown
from plancompiler.inherit import language
from plancompiler.measures import financing_forms
from plancompiler.node import Document, Fields, Node, records, text, texts
from plancompiler.passages import texts_read
from plancompiler.phrase import in_sentence, shortened
from plancompiler.program import Link, Program, links_from, named_below, outer
from plancompiler.prose import plain
from plancompiler.un_use import un_uses
from plancompiler.values import printed_numbers
from plancompiler.views.changes import step_anchor
from plancompiler.views.naming import term
from plancompiler.views.page import Here
from plancompiler.views.place import place
from plancompiler.views.plan_header import contact_refs, municipality, plan_type
from plancompiler.views.search_told import told_of_node, told_of_plan
from plancompiler.views.shown_words import shown_word
from plancompiler.wiki import replaced
from plancompiler.wording import kind_words, paragraphs

# Signs of Markdown. To parse every text once more would take longer than all the rest of a shard, and a sign more or
# less is no harm where a text is only searched and shown in part.
_SIGNS = re.compile(r"\[\^[^\[\]\s]{1,20}\]|(?:^|\n)[^\S\n]*[-*+>][^\S\n]+|[*`\\]+|(?<!\w)_|_(?!\w)")
_LINKED = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")

_SENTENCE = re.compile(r"[.!?:;…][»”\")]*$")

# So many ways a number is dotted together with those above it, and no more.
_MOST_NUMBERS = 8
# What stands above a node is named by its number; where it has none, by as many letters of its title.
_SHORT = 40

# What the steps of a procedure are found as.
STEP = "saksgang"


@dataclass(frozen=True, slots=True)
class Findable:
    """A plan, node or step of a procedure that can be found.

    `called` is what the plan calls it with its printed number, `under` what it stands under, «under hovedmål 15».
    `page` is the file below the plan's folder, with a `#` last when the node is an anchor on it; `id` is "" for the
    plan itself. `goals` are the UN goals it is tied to, itself or by way of what it is under; `numbers` all that may be
    printed for it, `2` and `13.2`, or its other names and cases; `former` its ids of before; `lang` its language when
    that is not the site's. `untied` is a UN goal or target that nothing is tied to.
    """

    page: str
    id: str
    kind: str
    called: str
    under: str
    title: str
    text: str
    goals: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    lang: str = ""
    untied: bool = False


@dataclass(frozen=True, slots=True)
class Shard:
    """All that can be found in a plan: its id, its name, its status when it is not in force or that its period is
    over, the municipality whose it is where that has a name, and what can be found.

    In one of no plan, the first four are "", and a page is its address on the site.
    """

    plan: str
    name: str
    status: str
    municipality: str
    findable: tuple[Findable, ...]


def search_shard(here: Here, plan: str) -> Shard:
    """Return the shard of a plan: the plan itself, then its nodes in page order, then the steps of its procedure."""
    program = here.program
    numbers: dict[str, tuple[str, ...]] = {}
    nodes = (_node(here, node, numbers) for node in named_below(program, plan))
    header = program.plans[plan]
    owner = municipality(program, plan, here.output.language)
    steps = (_step(here, header, place, step) for place, step in enumerate(header.records("saksgang")))
    return Shard(
        plan=plan,
        name=shown(program, plan, here.words),
        status=mark_on(program, plan, here.words, here.output.as_of),
        # One that has no name is known by its number, which no one means by it.
        municipality="" if owner.isdecimal() else owner,
        findable=(_plan(here, header), *nodes, *steps),
    )


def _plan(here: Here, header: Document) -> Findable:
    program, plan = here.program, header.id
    written = (*(header.text(key) for key in ("undertittel", "kortnavn", "sammendrag")), *told_of_plan(here, header))
    return Findable(
        page="index.html",
        id="",
        kind="plan",
        called=plan_type(here, plan) or here.words("Plan"),
        under="",
        title=plain(header.text("tittel") or plan),
        text=said_together((_text(here, plan, header, written), *_asked_of(here, header))),
        goals=_goals(program).get(plan, ()),
        numbers=tuple(filter(None, (plain(header.text("kortnavn")), header.text("saksnummer")))),
        former=_former(program).get(plan, ()),
        lang=here.foreign(language(program, plan)),
    )


def _node(here: Here, node: Node, numbers: dict[str, tuple[str, ...]]) -> Findable:
    program, name = here.program, node.name
    holder = outer(program, name)
    numbers[name] = _numbers(node.text("nummer"), numbers.get(holder, ()))
    page, mark, _ = place(program, name).removeprefix(f"{node.plan}/").partition("#")
    return Findable(
        page=page + mark,
        id=node.id,
        kind=node.kind,
        called=_called(here, node),
        under=_under(here, holder) if holder in program.nodes else "",
        title=heading(program, name, here.words)[0].text,
        text=_text(here, name, node, (*texts_read(node), *told_of_node(here, node))),
        goals=_goals(program).get(name, ()),
        numbers=numbers[name],
        former=_former(program).get(name, ()),
        lang=here.foreign(language(program, name)),
    )


def _asked_of(here: Here, header: Document) -> Iterator[str]:
    """Yield what is asked of a plan as a whole: when it is renewed, and whom to ask."""
    for key, called in (("neste_rullering", here.words("Neste rullering")), ("rulleres", here.words("Rulleres"))):
        if header.text(key):
            yield f"{called}: {here.date(header.text(key))}."
    for contact in header.records("kontakt"):
        yield f"{here.words('Kontakt')}: {', '.join(ref.text for ref in contact_refs(here, contact))}."


def _step(here: Here, header: Document, place: int, step: Fields) -> Findable:
    words, plan = here.words, header.id
    when = here.date(text(step, "dato")) or here.period(text(step, "periode"))
    result = shown_word("resultat", text(step, "resultat"), words)
    name = " ".join(part for part in (shown_word("steg", text(step, "steg"), words), when) if part)
    said = ", ".join(_one_line(here, plan, text(step, key)) for key in ("organ", "sak") if text(step, key))
    asked = [_one_line(here, plan, one) for one in texts(step, "til")]
    changes = (text(change, key) for change in records(step, "endringer") for key in ("tekst", "gjennomført"))
    return Findable(
        page="index.html#",
        id=step_anchor(place),
        kind=STEP,
        called=words("Saksgang"),
        under="",
        title=f"{name}: {result}" if result else name,
        text=said_together(
            (
                f"{said}." if said else "",
                f"{words('Sendt til:')} {series(asked, words)}." if asked else "",
                *(part for written in (text(step, "tekst"), *changes) for part in _parts(here, plan, written)),
            )
        ),
        numbers=(text(step, "sak"),) if text(step, "sak") else (),
        lang=here.foreign(language(here.program, plan)),
    )


def _called(here: Here, node: Node) -> str:
    """Return the kind and printed number; a chapter, which goes by its number alone on its page, is called one here."""
    found = kind(here.program, node.name, here.words)
    if node.kind == "kapittel" and "betegnelse" not in node.fields:
        word = kind_words(here.program, node.plan, node.kind, here.words)[0]
        return " ".join((word, *(part.text for part in found)))
    return found[0].text if found else ""


# The same few hold all the others.
@lru_cache(maxsize=1 << 12)
def _under(here: Here, holder: str) -> str:
    """Return «under delmål 1 under hovedmål 6»; the first that goes by its title says where it is by itself."""
    program, node = here.program, here.program.nodes[holder]
    own = kind(program, holder, here.words)
    called = in_sentence(own[0].text) if own else ""
    if node.text("nummer") and called:
        above = outer(program, holder)
        phrase, rest = called, _under(here, above) if above in program.nodes else ""
    else:
        title = f"«{shortened(heading(program, holder, here.words)[0].text, _SHORT)}»"
        phrase, rest = f"{called} {title}" if called else title, ""
    said = here.words("under {what}").format(what=phrase)
    return f"{said} {rest}" if rest else said


def _text(here: Here, name: str, record: Node | Document, written: Iterable[str]) -> str:
    """Return what is said of a plan or node on one line, with its themes and who is responsible after it."""
    program, words = here.program, here.words
    # What a measure is to come to is named by its id where that is a plan or document.
    delivered = {link.text: link.target for link in links_from(program, name, "leveranser") if link.target}
    parts = [
        part
        for one in written
        for part in ([shown(program, delivered[one], words)] if one in delivered else _parts(here, name, one))
    ]
    themes = record.texts("emner") if "emner" in record.fields else ()
    if themes:
        parts.append(f"{words('Emner')}: {series(themes, words)}.")
    owners = [_owner(here, link) for link in links_from(program, name, "ansvarlig")]
    if owners:
        parts.append(f"{words('Hovedansvarlig')}: {series(owners, words)}.")
    # What a plan's status is, its name says.
    if isinstance(record, Node) and record.text("status"):
        parts.append(f"{words('Status')}: {term(program, 'statuser', record.text('status'), here.output.language)}.")
    money = [shown_word("finansiering", form, words) for form in financing_forms(record.fields)]
    if money:
        parts.append(f"{words('Finansiering')}: {series(money, words)}.")
    return said_together(parts)


def said_together(parts: Iterable[str]) -> str:
    """Return texts on one line, each once; between two is a dot where the first does not end as a sentence does."""
    line = ""
    for part in dict.fromkeys(filter(None, parts)):
        line += f"{'' if not line else ' ' if _SENTENCE.search(line) else ' · '}{part}"
    return line


def _owner(here: Here, link: Link) -> str:
    if link.target in here.program.nodes:
        # A role goes by its name, as actors do.
        return heading(here.program, link.target, here.words)[0].text
    return shown(here.program, link.target, here.words) if link.target else link.text


def _parts(here: Here, name: str, written: str) -> list[str]:
    """Return the paragraphs and items of lists in a text, without signs."""
    return [_without_signs(here, name, part) for part in paragraphs(written)]


def _one_line(here: Here, name: str, written: str) -> str:
    return said_together(_parts(here, name, written))


def _without_signs(here: Here, name: str, written: str) -> str:
    if "[[" in written:
        names = mentioned(here.program, name)
        written = replaced(
            written,
            lambda link: (
                link.shown or (in_prose(here.program, names[link.ref], here.words) if link.ref in names else link.ref)
            ),
        )
    if "](" in written:
        written = _LINKED.sub(r"\1", written)
    return " ".join(_SIGNS.sub(" ", written).split())


@lru_cache(maxsize=4)
def _goals(program: Program) -> Mapping[str, tuple[str, ...]]:
    """Return the numbers of the UN goals that each plan and node is tied to; to be mentioned is no tie."""
    found: dict[str, dict[str, None]] = {}
    for use in un_uses(program):
        if use.how != "nevnt":
            found.setdefault(use.source, {})[use.goal.removeprefix("fn/").partition(".")[0]] = None
    return {source: tuple(goals) for source, goals in found.items()}


def _numbers(written: str, above: tuple[str, ...]) -> tuple[str, ...]:
    """Return the printed numbers that mean a node: as printed, each of several, and dotted after those above it."""
    if not written:
        return ()
    read = printed_numbers.parse(written)
    several = read.places if read is not None and len(read.places) > 1 else ()
    own = [written, *(printed_numbers.shown(read.series, place) for place in several)] if read else [written]
    dotted = (f"{first}.{last}" for last in own for first in above if not last.startswith(f"{first}."))
    return tuple(dict.fromkeys((*own, *dotted)))[:_MOST_NUMBERS]


@lru_cache(maxsize=4)
def _former(program: Program) -> Mapping[str, tuple[str, ...]]:
    """Return the ids that plans and nodes had before; one of another plan with that plan's."""
    found: dict[str, tuple[str, ...]] = {}
    for old, new in program.redirects.items():
        plan = new.partition("/")[0]
        found[new] = (*found.get(new, ()), old.removeprefix(f"{plan}/"))
    return found
