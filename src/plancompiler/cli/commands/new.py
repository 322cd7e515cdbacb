"""`planc new`: a plan, or a node of any kind in one."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from plancompiler.cli.command import Command, refuse
from plancompiler.cli.options import DryRunOption
from plancompiler.model.kind import KINDS
from plancompiler.nearest import nearest

_PLAN = "plan"


def new(
    kind: Annotated[
        str, typer.Argument(metavar="SORT", help="«plan», eller sorten punkt: mål, delmål, virkemiddel, kapittel …")
    ] = "",
    id: Annotated[str, typer.Argument(metavar="ID", help="Id-en. Et punkt får ellers den neste ledige.")] = "",
    under: Annotated[str, typer.Option(metavar="ID", help="Planen eller punktet («plan/id») det skal stå under.")] = "",
    after: Annotated[
        str, typer.Option("--etter", "--after", metavar="ID", help="Punktet det skal stå etter, ellers sist.")
    ] = "",
    own_id: Annotated[str, typer.Option("--id", metavar="ID", help="Id-en, om du ikke skriver den først.")] = "",
    title: Annotated[str, typer.Option("--tittel", metavar="TEKST", help="Tittelen.")] = "",
    text: Annotated[str, typer.Option("--tekst", metavar="TEKST", help="Teksten til punktet.")] = "",
    number: Annotated[
        str, typer.Option("--nummer", metavar="TEKST", help="Nummeret, ellers det neste når søsknene har nummer.")
    ] = "",
    responsible: Annotated[str, typer.Option("--ansvarlig", metavar="NAVN", help="Hvem som har ansvaret.")] = "",
    deadline: Annotated[str, typer.Option("--frist", metavar="DATO", help="Når det skal være gjort.")] = "",
    description: Annotated[str, typer.Option("--alt", metavar="TEKST", help="Hva en figur viser.")] = "",
    columns: Annotated[
        str, typer.Option("--kolonner", metavar="TEKST", help="Kolonnene i en tabell, med komma mellom.")
    ] = "",
    period: Annotated[str, typer.Option("--periode", metavar="PERIODE", help="Fra og til: 2027–2034.")] = "",
    type: Annotated[str, typer.Option("--type", metavar="TYPE", help="Plantypen: temaplan, samfunnsdel …")] = "",
    municipality: Annotated[str, typer.Option("--kommune", metavar="NUMMER", help="Kommunen planen gjelder.")] = "",
    owner: Annotated[str, typer.Option("--eier", metavar="NAVN", help="Den som eier planen, uten --kommune.")] = "",
    language: Annotated[
        Literal["nb", "nn"] | None, typer.Option("--målform", help="Språket planen skal skrives på.")
    ] = None,
    dry_run: DryRunOption = False,
) -> None:
    """Lag en plan, eller et punkt i en plan. Ved en terminal blir du spurt om det du ikke skriver her."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.refactoring import perform
    from plancompiler.refactor.new_node import NewNode, new_node
    from plancompiler.refactor.new_plan import NewPlan, new_plan

    asking = sys.stdin.isatty()
    if not kind and asking:
        kind = _answer(f"Hva vil du lage? ({_PLAN}, {', '.join(KINDS)})")
    kind = _known(kind, under or after)
    if id and own_id and id != own_id:
        refuse(f"du har skrevet to id-er, «{id}» og «{own_id}».")
    id = id or own_id
    of_plan = {"--type": type, "--kommune": municipality, "--eier": owner, "--målform": language or ""}
    of_node = {"--under": under, "--etter": after, "--tekst": text, "--nummer": number, "--ansvarlig": responsible}
    of_node |= {"--frist": deadline, "--alt": description, "--kolonner": columns}
    _refuse_foreign(kind, of_node if kind == _PLAN else of_plan)
    if kind == _PLAN:
        given = {"ID": id, "--tittel": title, "--type": type, "--kommune eller --eier": municipality or owner}
        if asking:
            id = id or _answer("Id-en til planen, for eksempel fritid-2034:")
            title = title or _answer("Tittel:")
            type = type or _answer("Plantype, for eksempel temaplan:")
            municipality = municipality or ("" if owner else _answer("Kommunenummer:"))
            period = period or _answer("Periode, for eksempel 2027–2034 (kan stå tom):", needed=False)
        else:
            _refuse_missing(kind, given)
        plan = NewPlan(id, title, type, municipality, owner, period, language or "")
        perform(lambda texts: new_plan(texts, plan), dry_run, may_be_empty=True)
        return
    demands = KINDS[kind].demands
    by_text = demands == "tittel eller tekst"
    if asking:
        under = under or ("" if after else _answer("Id-en til planen eller punktet det skal stå under («plan/id»):"))
        title = title or ("" if text else _answer("Tittel (kan stå tom):" if by_text else "Tittel:", not by_text))
        text = text or (_answer("Tekst:") if by_text and not title else "")
        description = description or (_answer("Hva viser figuren?") if kind == "figur" else "")
        columns = columns or (_answer("Kolonnene, med komma mellom:") if kind == "tabell" else "")
    else:
        needed = {"--under eller --etter": under or after}
        needed |= {"--tittel eller --tekst": title or text} if by_text else {"--tittel": title}
        needed |= {"--alt": description} if kind == "figur" else {}
        needed |= {"--kolonner": columns} if kind == "tabell" else {}
        _refuse_missing(kind, needed)
    fields = {"nummer": number, "tittel": title, "tekst": text, "alt": description, "ansvarlig": responsible}
    fields |= {"periode": period, "frist": deadline}
    names = tuple(name.strip() for name in columns.split(",") if name.strip())
    node = NewNode(kind, under, after, id, fields, names)
    perform(lambda texts: new_node(texts, node), dry_run)


def _known(word: str, beside: str) -> str:
    """Return the kind that a word means; leaves as wrong usage when it means none.

    `beside` is where the point is to stand, whose plan may have its own word for a kind.
    """
    from plancompiler.model.foreign import MEANT
    from plancompiler.refactor.new_node import kind_named

    kind = _PLAN if word.casefold() == _PLAN else kind_named(word) or _own_word(word, beside)
    if not kind:
        every = f"{_PLAN}, {', '.join(KINDS)}"
        meant = kind_named(MEANT.get(word.casefold(), ""))
        near = [meant] if meant else nearest(word, (_PLAN, *KINDS))
        said = f"«{word}» er ikke en sort punkt." + (f" Mente du «{near[0]}»?" if near else "")
        refuse(f"{said} Du kan lage {every}." if word else f"skriv hva du vil lage: {every}.")
    return kind


def _own_word(word: str, beside: str) -> str:
    """Return the kind that plans call by a word of their own, or ""."""
    from plancompiler.cache import user_cache
    from plancompiler.cli.opening import open_files
    from plancompiler.refactor.new_node import kind_called
    from plancompiler.workspace import assemble

    return kind_called(assemble(open_files()[1], cache=user_cache()).program, word, beside) if word else ""


def _refuse_missing(kind: str, needed: dict[str, str]) -> None:
    missing = [flag for flag, value in needed.items() if not value.strip()]
    if missing:
        refuse(f"til «{kind}» mangler {', '.join(missing)}.")


def _refuse_foreign(kind: str, flags: dict[str, str]) -> None:
    foreign = [flag for flag, value in flags.items() if value]
    if foreign:
        refuse(f"{', '.join(foreign)} hører ikke til «{kind}».")


def _answer(question: str, needed: bool = True) -> str:
    """Return what someone at the terminal answers; asks again until there is an answer when one is needed."""
    while True:
        answer = str(typer.prompt(question, default="", show_default=False, prompt_suffix=" ")).strip()
        if answer or not needed:
            return answer


COMMAND = Command("new", new)
