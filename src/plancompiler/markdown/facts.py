"""What is said of a node or a plan beside its words: a list of fields, links and backlinks, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plancompiler.cells import plan_status
from plancompiler.markdown import gfm
from plancompiler.markdown.page import Page
from plancompiler.node import Fields, records, text
from plancompiler.program import Link, links_from, links_to
from plancompiler.schedule import always, goes_on
from plancompiler.wiki import reference_alone
from plancompiler.wording import LINK_WORDS, step_words, tie_words, without_stop

# Labels of fields; one that is not here is shown under its own key.
_LABELS: Mapping[str, str] = {
    "bilde": "Bildefil", "emner": "Emner", "endret_fordi": "Endret fordi", "fil": "Fil", "finansiering": "Finansiering",
    "form": "Form", "formål": "Formål", "frist": "Frist", "gjelder": "Gjelder", "gjengivelse": "Gjengivelse",
    "kan_bli_påvirket": "Kan bli påvirket", "kan_påvirke": "Kan påvirke", "kilde": "Kilde", "konsekvens": "Konsekvens",
    "kontakt": "Kontakt", "kortnavn": "Kort navn", "kostnader": "Kostnader", "leveranser": "Leverer",
    "målgruppe": "Målgruppe", "måltall": "Måltall", "neste_rullering": "Neste rullering", "nivå": "Nivå",
    "nøkkeltall": "Nøkkeltall", "periode": "Periode", "planvalg": "Planvalg", "prioritering": "Prioritering",
    "retning": "Retning", "rulleres": "Rulleres", "saksnummer": "Saksnummer", "sannsynlighet": "Sannsynlighet",
    "status": "Status", "url": "Nettadresse", "uten_oppfølging": "Følges ikke opp, fordi", "utgangspunkt": "Fra",
    "varighet": "Varighet", "avvik": "Avvik", "versjon": "Versjon", "år": "År", "art": "Framgangsmåte",
    "tilsvarer": "Tilsvarer",
}  # fmt: skip

# Shown elsewhere on the page, by links, or not at all: notes of the editor are never text of the plan.
_NOT_HERE = frozenset(
    {
        "id", "plan", "tittel", "undertittel", "tekst", "sammendrag", "nummer", "betegnelse", "betegnelser", "språk",
        "merknader", "fotnoter", "kolonner", "rader", "alt", "tidligere_id", "målstruktur", "saksgang", "utgåtte",
        "følger_ikke_opp", "gjennomgått", "type", "kommune",
    }
)  # fmt: skip

_TIMES = frozenset({"frist", "periode", "neste_rullering", "år", "dato"})
_FIGURES = frozenset({"måltall", "nøkkeltall", "kostnader"})
# Links that are shown with the step, the record or the words they are written in.
_IN_PLACE = frozenset({"bærekraftsmål", "omtaler", "organ", "sendt_til", "gjelder", "følger_ikke_opp"})
_STEPS = frozenset({"organ", "sendt_til"})
_OUT = tuple(role for role in LINK_WORDS if role not in _IN_PLACE)
_IN = tuple(role for role in LINK_WORDS if role not in {"gjelder", "erstattet_av"})


def facts(page: Page, name: str, fields: Fields) -> list[str]:
    """Return the list of what is said of a node or plan, a line or more for each; empty when nothing is."""
    return [
        *_un_goals(page, name),
        *_outgoing(page, name),
        *(line for key, value in _told(fields) for line in _field(page, name, key, value)),
        *_notes(page, name, fields),
        *_incoming(page, name),
    ]


def item(label: str, value: str) -> str:
    """Return one line of such a list."""
    return f"- **{gfm.plain(label)}:** {value}".rstrip()


def said(page: Page, link: Link, what: str) -> str:
    """Return what a link points at or comes from, with what the link says beside."""
    basis = page.words(link.basis) if link.basis == "arvet" else ""
    aside = [page.inline(link.source, text(link.extra, key)) for key in ("sted", "rolle", "vekt")]
    beside = ", ".join(part for part in (*aside, basis) if part)
    reason = page.inline(link.source, text(link.extra, "begrunnelse"))
    return what + (f" ({beside})" if beside else "") + (f": {reason}" if reason else "")


def _joined(values: Sequence[str]) -> str:
    """Return values on one line; where there are several, none of them ends in a full stop."""
    return "; ".join(map(without_stop, values)) if len(values) > 1 else "".join(values)


def _un_goals(page: Page, name: str) -> Iterator[str]:
    # What is inherited stands with what it is inherited from, a few lines further up.
    own = links_from(page.program, name, "bærekraftsmål")
    if own:
        yield item(page.words("Bærekraftsmål"), _joined([said(page, link, page.target(link)) for link in own]))


def _outgoing(page: Page, name: str) -> Iterator[str]:
    by_label: dict[str, list[str]] = {}
    for link in links_from(page.program, name, *_OUT):
        if link.role == "erstattet_av" and name in page.program.plans:
            # Written in the record of a retired id, and shown there.
            continue
        label = tie_words(page.program, link, page.words)[0]
        by_label.setdefault(label, []).append(said(page, link, page.target(link)))
    yield from (item(label, _joined(values)) for label, values in by_label.items())


def _incoming(page: Page, name: str) -> Iterator[str]:
    by_label: dict[str, dict[str, None]] = {}
    known = (link for link in links_to(page.program, name) if link.role in _IN)
    for link in sorted(known, key=lambda link: _IN.index(link.role)):
        label = (
            step_words(page.program, link, page.words)
            if link.role in _STEPS
            else tie_words(page.program, link, page.words)[1]
        )
        by_label.setdefault(label, {})[link.source] = None
    yield from (item(label, page.links(sources)) for label, sources in by_label.items())


def _told(fields: Fields) -> Iterator[tuple[str, object]]:
    # What is done all the time is said once.
    yield from (one for one in fields.items() if one[0] != "status" or not always(fields))


def _field(page: Page, name: str, key: str, value: object) -> list[str]:
    # A field that links is shown by its links, save for the texts of deliverables, which may be prose with links in it.
    if key in _NOT_HERE or (key in LINK_WORDS and key != "leveranser"):
        return []
    label = page.words("Når") if key == "frist" and goes_on(str(value)) else _label(page, key)
    if key in _FIGURES:
        figures = (f"- {_figure(page, name, figure)}" for figure in records({key: value}, key))
        return [item(label, ""), *gfm.indented(figures)]
    if key == "leveranser":
        linked = {link.text for link in links_from(page.program, name, key)}
        written = value if isinstance(value, tuple) else (value,)
        value = tuple(part for part in written if reference_alone(str(part)) not in linked)
    shown = _value(page, name, key, value)
    return [item(label, shown)] if shown else []


def _value(page: Page, name: str, key: str, value: object) -> str:
    if isinstance(value, str):
        return (
            page.date(value)
            if key in _TIMES
            else _status(page, name, value)
            if key == "status"
            else page.inline(name, value)
        )
    if isinstance(value, tuple):
        return _joined([part for part in (_value(page, name, key, each) for each in value) if part])
    if isinstance(value, Mapping):
        pairs = ((key, _value(page, name, key, each)) for key, each in value.items() if key != "merknader")
        return ", ".join(f"{gfm.plain(_label(page, key))}: {shown}" for key, shown in pairs if shown)
    return ""


def _status(page: Page, name: str, value: str) -> str:
    if name not in page.program.plans:
        return page.term("statuser", value)
    return gfm.plain(plan_status(page.program, name, page.words))


def _label(page: Page, key: str) -> str:
    return page.words(_LABELS.get(key, key.replace("_", " ").capitalize()))


def _figure(page: Page, name: str, figure: Fields) -> str:
    what = page.inline(name, text(figure, "hva"))
    value = page.inline(name, text(figure, "verdi") or text(figure, "mål"))
    rest = _value(page, name, "", {key: each for key, each in figure.items() if key not in {"hva", "verdi", "mål"}})
    return ": ".join(part for part in (what, value) if part) + (f" ({rest})" if rest else "")


def _notes(page: Page, name: str, fields: Fields) -> Iterator[str]:
    notes = fields.get("fotnoter")
    for marker, note in notes.items() if isinstance(notes, Mapping) else ():
        yield f"- {gfm.plain(f'[^{marker}]')}: {_value(page, name, marker, note)}"
