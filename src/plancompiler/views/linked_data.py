"""What a page is about as data that search engines and others read: schema.org, with the UN's own addresses of its
goals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from plancompiler.address import address
from plancompiler.inherit import language, un_goals
from plancompiler.node import Node
from plancompiler.procedure import decision
from plancompiler.program import Program, links_from
from plancompiler.prose import plain
from plancompiler.schedule import plan_days
from plancompiler.un_use import un_name
from plancompiler.views.licence import licence
from plancompiler.views.naming import plain_said, term
from plancompiler.views.page import Here
from plancompiler.views.plan_header import owners, plan_type
from plancompiler.views.site_address import site_address

Data = Mapping[str, object]

_CONTEXT = "https://schema.org"
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def plan_data(here: Here, plan: str) -> Data:
    """Return what a plan is: whose, of what type and period, adopted when, on which plans it rests, for which goals."""
    program, header = here.program, here.program.plans[plan]
    adopted, days = decision(header), plan_days(program, plan)
    when = adopted.when if adopted is not None else ""
    above = (link.target for link in links_from(program, plan, "overordnet"))
    free = licence(program)
    return _said(
        {
            "@context": _CONTEXT,
            "@type": "CreativeWork",
            "@id": _address(here, plan),
            "name": _name(here, plan),
            "inLanguage": language(program, plan),
            "genre": plan_type(here, plan),
            "creativeWorkStatus": term(program, "statuser", header.text("status"), here.output.language),
            "temporalCoverage": f"{days.first or '..'}/{days.last or '..'}" if days.first or days.last else "",
            "datePublished": when if _DATE.fullmatch(when) else "",
            "version": header.text("versjon"),
            "license": free.url if free is not None else "",
            "publisher": [{"@type": "Organization", "name": owner.text} for owner in owners(here, plan)],
            "isBasedOn": [_address(here, name) for name in above if name in program.plans],
            "about": _un_goals(here, (link.target for link in links_from(program, plan, "bærekraftsmål"))),
        }
    )


def goal_data(here: Here, node: Node) -> Data:
    """Return what a goal or attachment is: its id, the plan it is part of, and the UN goals it is tied to."""
    own, inherited = un_goals(here.program, node.name)
    plan = {"@type": "CreativeWork", "@id": _address(here, node.plan), "name": _name(here, node.plan)}
    return _said(
        {
            "@context": _CONTEXT,
            "@type": "CreativeWork",
            "@id": _address(here, node.name),
            "identifier": node.name,
            "name": plain_said(here, node.name, node.text("tittel") or node.text("tekst")),
            "inLanguage": language(here.program, node.name),
            "isPartOf": plan,
            "about": _un_goals(here, (link.target for link in (*own, *inherited))),
        }
    )


def un_data(here: Here, number: str) -> Data:
    """Return that a page is about a UN goal."""
    about = _un_goals(here, (f"fn/{number}",))
    page = {"@context": _CONTEXT, "@type": "WebPage", "@id": _address(here, f"fn/{number}")}
    return _said({**page, "inLanguage": here.output.language, "about": about})


def _name(here: Here, plan: str) -> str:
    return plain(here.program.plans[plan].text("tittel") or plan)


def _address(here: Here, name: str) -> str:
    """Return where something stands on the site, in full where the site's address is known."""
    return replace(here, root=site_address(here.program)).link(address(here.program, name))


def _un_goals(here: Here, names: Iterable[str]) -> list[Data]:
    """Return the UN goals among the goals and targets, each once."""
    numbers = dict.fromkeys(name.removeprefix("fn/").partition(".")[0] for name in names if name.startswith("fn/"))
    return [_un_goal(here.program, number, here.output.language) for number in numbers]


def _un_goal(program: Program, number: str, tongue: str) -> Data:
    known = program.vocabularies.get("bærekraftsmål", {}).get(number)
    uri = known.text("uri") if known is not None else ""
    name = un_name(program, f"fn/{number}", tongue)
    return _said({"@type": "DefinedTerm", "@id": uri, "termCode": number, "name": name})


def _said(data: Data) -> Data:
    """Return what is said; what is not known is left out."""
    return {key: value for key, value in data.items() if value}
