"""What nodes and links are called: the plan's own words for its kinds, and the name of a link at either end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from plancompiler.kind_names import COMMON_NAMES
from plancompiler.node import Fields, Node, text
from plancompiler.program import Link, Program, outer, record_of
from plancompiler.translate import Translator, translator

# Between paragraphs, and before each item of a list.
_BETWEEN = re.compile(r"\n[^\S\n]*\n\s*|\n(?=[^\S\n]*(?:[-*+]|\d{1,3}[.)])[^\S\n])")

# What bears a full stop wherever it stands.
_ABBREVIATIONS = frozenset({"osv.", "mv.", "mm.", "m.", "etc.", "kl.", "nr.", "pkt.", "ca.", "mill.", "kr."})

# Singular and plural of each kind, bokmål.
KIND_WORDS: Mapping[str, tuple[str, str]] = {
    "område": ("Område", "Områder"),
    "utfordring": ("Utfordring", "Utfordringer"),
    "mål": ("Mål", "Mål"),
    "delmål": ("Delmål", "Delmål"),
    "strategi": ("Strategi", "Strategier"),
    "virkemiddel": ("Virkemiddel", "Virkemidler"),
    "indikator": ("Indikator", "Indikatorer"),
    "milepæl": ("Milepæl", "Milepæler"),
    "fase": ("Fase", "Faser"),
    "risiko": ("Risiko", "Risikoer"),
    "interessent": ("Interessent", "Interessenter"),
    "rolle": ("Rolle", "Roller"),
    "visjon": ("Visjon", "Visjoner"),
    "verdi": ("Verdi", "Verdier"),
    "kapittel": ("Kapittel", "Kapitler"),
    "tabell": ("Tabell", "Tabeller"),
    "figur": ("Figur", "Figurer"),
    "vedlegg": ("Vedlegg", "Vedlegg"),
}

# Singular and plural of a goal of a level where the plan has no word for it, bokmål.
LEVEL_WORDS: Mapping[str, tuple[str, str]] = {
    "overordnet": ("Overordnet mål", "Overordnede mål"),
    "samfunnsmål": ("Samfunnsmål", "Samfunnsmål"),
    "effektmål": ("Effektmål", "Effektmål"),
    "resultatmål": ("Resultatmål", "Resultatmål"),
}

# All that can be said in every language of ours. The words of the language come first: what they mean is sure.
NAMES: tuple[tuple[str, str], ...] = (*KIND_WORDS.values(), *LEVEL_WORDS.values(), *COMMON_NAMES)

# What a link is called on its own page, and on the page of what it points at (`language.md` 6.1).
LINK_WORDS: Mapping[str, tuple[str, str]] = {
    "bidrar_til": ("Bidrar til", "Får bidrag fra"),
    "bygger_på": ("Bygger på", "Lagt til grunn i"),
    "sitert": ("Gjengitt fra", "Gjengitt i"),
    "overordnet": ("Overordnet plan", "Underordnede planer"),
    "erstatter": ("Erstatter", "Erstattet av"),
    "utkast_til": ("Utkast til ny utgave av", "Utkast til ny utgave"),
    "ansvarlig": ("Hovedansvarlig", "Har ansvar for"),
    "samarbeider_med": ("Samarbeider med", "Deltar i"),
    "aktør": ("Hvem", "Har rollen"),
    "eier": ("Eier", "Eier planene"),
    "leveranser": ("Leverer", "Lages i"),
    "bærekraftsmål": ("Bærekraftsmål", "Følges opp av"),
    "følges_opp_i": ("Følges opp i", "Følger opp"),
    "erstattet_av": ("Erstattet av", "Erstatter"),
    "gjelder": ("Gjelder", "Endret ved vedtak"),
    "følger_ikke_opp": ("Følger ikke opp", "Følges ikke opp av"),
    "organ": ("Behandlet av", "Har behandlet"),
    "sendt_til": ("Sendt til", "Har fått på høring"),
    "utgiver": ("Utgiver", "Utgiver av"),
    "del_av": ("Del av", "Består av"),
    "omtaler": ("Omtaler", "Omtalt i"),
}

# `bidrar_til` and `aktør` read better in the words of what they point at, or come from.
_CONTRIBUTES = {"utfordring": ("Svarer på", "Møtes av"), "risiko": ("Demper", "Dempes av")}
_MEASURES = ("Måler", "Måles av")
_STAKEHOLDER = ("Hvem", "Er interessent i")

# What the body of a step of a procedure has done, where it has not treated the plan, and what it was sent; bokmål.
_DONE: Mapping[str, str] = {
    "medvirkning": "Har hatt medvirkning om",
    "planprogram på høring": "Har sendt planprogrammet på høring",
    "høring": "Har sendt på høring",
    "uttalelse": "Har gitt uttalelse til",
    "kunngjort": "Har kunngjort",
}
_ASKED: Mapping[str, str] = {
    "planprogram på høring": "Har fått planprogrammet på høring",
    "høring": "Har fått på høring",
    "": "Er blitt spurt om",
}


# Few words, asked for at every node.
@lru_cache(maxsize=1 << 12)
def kind_words(program: Program, plan: str, kind: str, words: Translator) -> tuple[str, str]:
    """Return what the plan calls one and several of a kind, in the language of `words` where it has a word for that."""
    singular, plural = words(KIND_WORDS[kind][0]), words.plural(KIND_WORDS[kind][1])
    own = _own_words(program, plan, kind, words)
    return own.get("entall", singular), own.get("flertall", own.get("entall", plural) if own else plural)


def list_heading(program: Program, plan: str, kind: str, words: Translator) -> str:
    """Return the heading over a list of the kind: the plan's `overskrift`, else the plural."""
    own = _own_words(program, plan, kind, words)
    return own.get("overskrift", "") or kind_words(program, plan, kind, words)[1]


def stays(program: Program, plan: str, kind: str, said: str, words: Translator) -> bool:
    """Tell whether what a kind is called is just as the plan wrote it, and nothing that is known in the language."""
    if said not in _forms(_term(program, plan, kind)).values():
        return False
    return said not in {known for name in NAMES for known in (words(name[0]), words.plural(name[1]))}


def lead_in(program: Program, node: Node, words: Translator) -> str:
    """Return the line the plan puts before the text of every node of this kind, or ""."""
    return _own_words(program, node.plan, node.kind, words).get("innledning", "")


def called(program: Program, node: Node, words: Translator) -> str:
    """Return the kind and printed number of a node, such as `Hovedmål 6 og 14`; either may be missing."""
    if "betegnelse" in node.fields:
        word = node.text("betegnelse")
    elif node.kind == "kapittel":
        word = ""
    else:
        word = (
            level_words(program, node, words)[0]
            or _inner_word(program, node, words)
            or kind_words(program, node.plan, node.kind, words)[0]
        )
    number = _full_number(program, node)
    return f"{word} {number}" if word and number else word or number


def _full_number(program: Program, node: Node) -> str:
    """Return the printed number of a node; a letter alone, under its own kind, after the number of what it is under."""
    number = node.text("nummer")
    holder = program.nodes.get(outer(program, node.name)) if len(number) == 1 and number.isalpha() else None
    return f"{holder.text('nummer')} {number}".strip() if holder is not None and holder.kind == node.kind else number


def level_words(program: Program, node: Node, words: Translator) -> tuple[str, str]:
    """Return what the plan calls one and several goals of the node's level; empty when it has none."""
    level = node.text("nivå")
    if not level:
        return "", ""
    own = _own_words(program, node.plan, level, words)
    name = LEVEL_WORDS.get(level, ("", ""))
    one, many = (words(name[0]), words.plural(name[1])) if level in LEVEL_WORDS else name
    return own.get("entall", one), own.get("flertall", own.get("entall", many))


def title(node: Node) -> str:
    """Return the node's title, else the first sentence of its text, else its number or id."""
    return node.text("tittel") or first_sentence(node.text("tekst")) or node.text("nummer") or node.id


def first_sentence(text: str) -> str:
    """Return the first sentence of a text on one line: what leads up to a list stands without it."""
    line = " ".join(paragraphs(text)[0].split()).removesuffix(":")
    for end in (". ", "! ", "? "):
        head, mark, _ = line.partition(end)
        if mark:
            line = head + mark.strip()
    return line


def without_stop(sentence: str) -> str:
    """Return a sentence as it stands among other words: without its full stop, which an abbreviation keeps."""
    last = sentence.rsplit(" ", 1)[-1].rstrip(")»")
    is_short = "." in last[:-1] or last.lower() in _ABBREVIATIONS
    return sentence if is_short or not last.endswith(".") else sentence.removesuffix(".")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, each item of a list as one; at least one, which may be empty."""
    return _BETWEEN.split(text.strip()) if "\n" in text else [text]


def link_words(program: Program, role: str, source: str, target: str, words: Translator) -> tuple[str, str]:
    """Return what a link is called at its source and at its target."""
    pair = LINK_WORDS[role]
    to, of = program.nodes.get(target), program.nodes.get(source)
    if role == "bidrar_til" and of is not None and of.kind == "indikator":
        pair = _MEASURES
    elif role == "bidrar_til" and to is not None:
        pair = _CONTRIBUTES.get(to.kind, pair)
    elif role == "aktør" and of is not None and of.kind == "interessent":
        pair = _STAKEHOLDER
    return words(pair[0]), words(pair[1])


def tie_words(program: Program, link: Link, words: Translator) -> tuple[str, str]:
    """Return what a link is called at either end. Of what only stands beside it nobody has said that it serves it."""
    if link.basis == "gruppe":
        beside = words("Står sammen med")
        return beside, beside
    return link_words(program, link.role, link.source, link.target, words)


def step_of(program: Program, link: Link) -> Fields:
    """Return the step of a procedure that a link of a plan is written in."""
    return program.plans[link.source].records("saksgang")[record_of(link)]


def step_words(program: Program, link: Link, words: Translator) -> str:
    """Return what a body had to do with a plan by a step of its procedure, or what it was asked there.

    Only those that settle something, or say what they think should be, have treated the plan.
    """
    step = text(step_of(program, link), "steg")
    if link.role == "sendt_til":
        return words(_ASKED.get(step, _ASKED[""]))
    return words(_DONE.get(step, LINK_WORDS["organ"][1]))


def _inner_word(program: Program, node: Node, words: Translator) -> str:
    """Return what the plan calls one of a kind that stands under its own kind, or ""."""
    word = _own_words(program, node.plan, node.kind, words).get("under", "")
    holder = program.nodes.get(outer(program, node.name)) if word else None
    return word if holder is not None and holder.kind == node.kind else ""


@lru_cache(maxsize=1 << 12)
def _own_words(program: Program, plan: str, kind: str, words: Translator) -> Mapping[str, str]:
    """Return the plan's words for a kind or level: those in the language asked for, else what is meant by its own.

    A word that we know no counterpart of stays as it is written.
    """
    value = _term(program, plan, kind)
    if value is None:
        return {}
    own = _said_in(_forms(value), translator(program.plans[plan].text("språk")), words)
    return {**own, **_forms(value.get(words.language))} if isinstance(value, Mapping) else own


def _term(program: Program, plan: str, kind: str) -> object:
    document = program.plans.get(plan)
    terms = document.fields.get("betegnelser") if document else None
    return terms.get(kind) if isinstance(terms, Mapping) else None


def _said_in(forms: Mapping[str, str], source: Translator, words: Translator) -> dict[str, str]:
    """Return the words of a plan that is written in the language of `source` in another, as far as they are known."""
    said = dict(forms)
    if source.language == words.language:
        return said
    name = _names(source).get(forms.get("entall", "").casefold())
    if name is not None:
        said |= {"entall": words(name[0]), "flertall": words.plural(name[1])}
    name = _names(source).get(forms.get("under", "").casefold())
    return said if name is None else {**said, "under": words(name[0])}


@lru_cache(maxsize=4)
def _names(source: Translator) -> Mapping[str, tuple[str, str]]:
    """Return the bokmål of each name there is, by its singular in a language; of two that mean the same, the first."""
    return {source(name[0]).casefold(): name for name in reversed(NAMES)}


def _forms(value: object) -> dict[str, str]:
    if isinstance(value, str):
        return {"entall": value}
    if isinstance(value, tuple):
        return dict(zip(("entall", "flertall"), (str(item) for item in value), strict=False))
    if not isinstance(value, Mapping):
        return {}
    inner = _forms(value.get("under")).get("entall", "")
    forms = {key: item for key, item in value.items() if isinstance(item, str)}
    return {**forms, "under": inner} if inner else forms
