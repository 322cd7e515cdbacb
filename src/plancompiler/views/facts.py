"""What is said of a node beside its text, a label and a value at a time, each link under its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plancompiler.address import theme_address
from plancompiler.followup import set_aside
from plancompiler.inherit import responsible
from plancompiler.measures import financing_forms, says
from plancompiler.node import Fields, Node, records, text
from plancompiler.program import Link, links_from
from plancompiler.prose import Prose
from plancompiler.schedule import always, goes_on
from plancompiler.views.naming import link_ref, outside, plain_said, prose, proses, ref, term
from plancompiler.views.numbers import number_line
from plancompiler.views.page import Here, Ref
from plancompiler.views.shown_words import shown_word
from plancompiler.wiki import reference_alone
from plancompiler.wording import link_words

# The kinds that work is done in, and so may inherit who does it.
WORK = frozenset(
    {"område", "utfordring", "mål", "delmål", "strategi", "virkemiddel", "indikator", "milepæl", "fase", "risiko"}
)
_SAID = frozenset(
    {
        "samarbeider_med", "aktør", "frist", "periode", "varighet", "status", "prioritering", "planvalg",
        "sannsynlighet", "konsekvens", "finansiering", "målgruppe", "formål", "kan_påvirke", "kan_bli_påvirket",
        "leveranser", "måltall", "nøkkeltall", "retning", "bidrar_til", "bygger_på", "følges_opp_i", "uten_oppfølging",
        "emner", "endret_fordi", "kilde", "url", "fil",
    }
)  # fmt: skip
# Those of them that most nodes with a few have none of.
_MORE = _SAID - {"samarbeider_med", "aktør", "frist", "periode", "varighet", "status"}
# What is shown in the simple view too: who, when, how far, for what money, and what it all serves.
_SIMPLE = frozenset(
    {
        "ansvarlig", "samarbeider_med", "aktør", "når", "varighet", "status", "måltall", "nøkkeltall", "finansiering",
        "bidrar_til", "følges_opp_i", "uten_oppfølging", "målgruppe", "sannsynlighet", "konsekvens", "sitert",
        "periode", "vedtatt", "eier", "neste_rullering", "rulleres", "overordnet", "erstatter", "utkast_til", "kontakt",
        "url", "frist", "til", "utgave", "høring", "endret",
    }
)  # fmt: skip
_LISTS = ("målgruppe", "formål", "kan_påvirke", "kan_bli_påvirket")


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says: links, texts, or both. `key` is the field.

    `inherited_from` is what it is said of when that is further up; `always` that the simple view shows it whatever the
    field; `below` says that it is said of what stands under it too.
    """

    key: str
    label: str
    refs: tuple[Ref, ...] = ()
    texts: tuple[Prose, ...] = ()
    inherited_from: Ref | None = None
    always: bool = False
    below: str = ""

    @property
    def more(self) -> bool:
        """Tell whether only the full view shows it."""
        return not self.always and self.key not in _SIMPLE


def facts(here: Here, node: Node) -> tuple[Fact, ...]:
    """Return what is said of a node, who and when first; empty where nothing is said."""
    return tuple(fact for fact in _all(here, node) if fact.refs or fact.texts)


def linked(here: Here, name: str, role: str) -> Iterator[Fact]:
    """Yield the written links of a role from `name`, under each name the role has for what they point at.

    Who takes part in a capacity of their own stands under that: «Invitert».
    """
    by_label: dict[str, list[Link]] = {}
    for link in links_from(here.program, name, role):
        if link.basis == "skrevet":
            label = link_words(here.program, role, name, link.target, here.words)[0]
            capacity = plain_said(here, name, text(link.extra, "rolle")) if role == "samarbeider_med" else ""
            by_label.setdefault(capacity[:1].upper() + capacity[1:] or label, []).append(link)
    for label, found in by_label.items():
        # An entry that stands in two registers says the same twice.
        yield Fact(role, label, tuple(dict.fromkeys(link_ref(here, link) for link in found)))


def said(here: Here, source: str, key: str, label: str, *written: str) -> Fact:
    """Return a fact of texts."""
    return Fact(key, label, (), proses(here, source, written))


def worded(key: str, label: str, *shown: str) -> Fact:
    """Return a fact in the words of the page itself, such as a date or a status; those are in the page's language."""
    return Fact(key, label, (), tuple(Prose(text) for text in shown if text))


def work_facts(here: Here, node: Node) -> tuple[Fact, ...]:
    """Return who does it, when, how it goes, and for what money: what a line about a measure holds wherever it is."""
    return (
        *_responsible(here, node),
        *_when(here, node),
        *_status(here, node),
        *_priority(here, node),
        *((financing(here, node.name, node.fields),) if "finansiering" in node.fields else ()),
    )


def inherited_financing(here: Here, plan: str, work: Iterable[Node]) -> tuple[Fact, ...]:
    """Return how a plan says that all of it is paid for, where that holds for some of the work of one of its goals."""
    fields = here.program.plans[plan].fields
    if "finansiering" not in fields or all(says(here.program, node, "finansiering") for node in work):
        return ()
    found = financing(here, plan, fields)
    # What it holds for stands behind it, within the sentence.
    said = tuple(replace(one, text=one.text.rstrip().removesuffix(".")) for one in found.texts)
    return (replace(found, texts=said, inherited_from=ref(here, plan)),)


def _all(here: Here, node: Node) -> Iterator[Fact]:
    words, name, fields = here.words, node.name, node.fields
    yield from _responsible(here, node)
    # Most nodes say little beside their words, and there are very many of them.
    if _SAID.isdisjoint(fields):
        return
    for role in ("samarbeider_med", "aktør"):
        if role in fields:
            yield from linked(here, name, role)
    yield from _when(here, node)
    if "varighet" in fields:
        yield said(here, name, "varighet", words("Varighet"), node.text("varighet"))
    yield from _status(here, node)
    if not _MORE.isdisjoint(fields):
        yield from _more(here, node)


def _more(here: Here, node: Node) -> Iterator[Fact]:
    words, name, fields = here.words, node.name, node.fields
    yield from _priority(here, node)
    for key, label in (
        ("planvalg", words("Planvalg")),
        ("sannsynlighet", words("Sannsynlighet")),
        ("konsekvens", words("Konsekvens")),
    ):
        if key in fields:
            yield worded(key, label, shown_word(key, node.text(key), words))
    if "finansiering" in fields:
        yield financing(here, name, fields)
    for key, label in zip(
        _LISTS, (words("Målgruppe"), words("Formål"), words("Kan påvirke"), words("Kan bli påvirket")), strict=True
    ):
        if key in fields:
            yield said(here, name, key, label, *node.texts(key))
    if "leveranser" in fields:
        yield _deliverables(here, node)
    if node.kind == "indikator":
        yield from _indicator(here, node)
    for role in ("bidrar_til", "bygger_på", "følges_opp_i"):
        if role in fields:
            yield from linked(here, name, role)
    yield said(here, name, "uten_oppfølging", words("Følges ikke opp, fordi"), node.text("uten_oppfølging"))
    yield themes(here, node.texts("emner"))
    yield said(here, name, "endret_fordi", words("Endret fordi"), node.text("endret_fordi"))
    if node.kind not in {"tabell", "figur"}:
        yield said(here, name, "kilde", words("Kilde"), node.text("kilde"))
    if node.text("url"):
        yield Fact("url", words("Nettadresse"), (outside(here, node.text("url")),))
    yield said(here, name, "fil", words("Fil"), node.text("fil"))


def themes(here: Here, emner: tuple[str, ...]) -> Fact:
    """Return the themes of a node or plan, each leading to its page."""
    return Fact("emner", here.words("Emner"), tuple(Ref(theme, here.link(theme_address(theme))) for theme in emner))


def financing(here: Here, source: str, fields: Fields) -> Fact:
    """Return how a node or plan is paid for, with the source's own words where it has them."""
    shown = worded("", "", *(shown_word("finansiering", form, here.words) for form in financing_forms(fields))).texts
    own = proses(here, source, (text(one, "tekst") for one in records(fields, "finansiering")))
    if len(shown) == len(own) == 1 and not own[0].lang and "\n" not in own[0].text:
        # What pays for it, and the source's own words on that.
        said: tuple[Prose, ...] = (replace(own[0], text=f"{shown[0].text}: {own[0].text}"),)
    else:
        said = (*shown, *own)
    return Fact("finansiering", here.words("Finansiering"), (), said)


def _responsible(here: Here, node: Node) -> Iterator[Fact]:
    links, inherited = responsible(here.program, node.name) if node.kind in WORK else ((), False)
    if links:
        source = ref(here, links[0].source) if inherited else None
        refs = tuple(link_ref(here, link) for link in links)
        yield Fact("ansvarlig", here.words("Hovedansvarlig"), refs, inherited_from=source)


def _when(here: Here, node: Node) -> Iterator[Fact]:
    deadline, period = node.text("frist"), node.text("periode")
    bounded = not goes_on(deadline)
    if deadline and not period:
        yield worded("når", here.words("Frist") if bounded else here.words("Når"), here.date(deadline))
    elif period:
        shown = [here.period(period)]
        if deadline:
            date = here.date(deadline)
            shown.append(here.words("frist {date}").format(date=date) if bounded else date)
        yield worded("når", here.words("Periode"), *shown)


def _status(here: Here, node: Node) -> Iterator[Fact]:
    # What is done all the time is said once.
    if "status" in node.fields and not always(node.fields):
        status = term(here.program, "statuser", node.text("status"), here.output.language)
        yield worded("status", here.words("Status"), status)


def _priority(here: Here, node: Node) -> Iterator[Fact]:
    """Yield how a node is prioritised; what is not decided is not to be read as decided in any view."""
    if "prioritering" in node.fields:
        said = shown_word("prioritering", node.text("prioritering"), here.words)
        shown = worded("prioritering", here.words("Prioritering"), said)
        yield replace(shown, always=set_aside(here.program, node.name))


def _deliverables(here: Here, node: Node) -> Fact:
    found = links_from(here.program, node.name, "leveranser")
    refs = {link.text: link_ref(here, link) for link in found if link.target}
    written = [(one, refs.get(reference_alone(one))) for one in node.texts("leveranser")]
    label = here.words("Leverer")
    if all(named is not None for _, named in written):
        return Fact("leveranser", label, tuple(refs.values()))
    # Among texts what is named by a link is one of them, so that all stand in the order they are written.
    told = (_as_text(named) if named is not None else prose(here, node.name, one) for one, named in written)
    return Fact("leveranser", label, (), tuple(one for one in told if one is not None))


def _as_text(named: Ref) -> Prose:
    return Prose(f"[[{named.text}]]", named.lang, ((named.text, named.href, named.text),))


def _indicator(here: Here, node: Node) -> Iterator[Fact]:
    for key, label in (("måltall", here.words("Mål")), ("nøkkeltall", here.words("Tall"))):
        found = (number_line(here, node.name, record) for record in node.records(key))
        yield Fact(key, label, (), tuple(line for line in found if line is not None))
    yield worded("retning", here.words("Retning"), shown_word("retning", node.text("retning"), here.words))


def text_of(here: Here, node: Node, key: str) -> Prose | None:
    """Return one text field of a node."""
    return prose(here, node.name, node.text(key))
