"""The static site: every page of the views through its template, and the style sheet.

A page is a pure function of its view, so the key of its bytes is the view and the templates; it is rendered when asked
for, which is only when the key is new.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

from plancompiler import views
from plancompiler.address import logo_address, picture_address, picture_file
from plancompiler.collect import collect
from plancompiler.emit import Artifact, Made, Output, Target, text_artifact
from plancompiler.node import text
from plancompiler.own_templates import TemplateFault
from plancompiler.program import Program
from plancompiler.resources import design_system, folder
from plancompiler.shown_dates import shown_date
from plancompiler.site_files.catalog import catalog
from plancompiler.site_files.feed import feed
from plancompiler.site_files.sitemap import sitemap
from plancompiler.source import digest
from plancompiler.targets.data import whole_data
from plancompiler.targets.tables import whole_tables
from plancompiler.template import Templates
from plancompiler.views.chrome import chrome, site_name
from plancompiler.views.news import news
from plancompiler.views.page import Here, Page, Pages
from plancompiler.views.search_register import REGISTER, search_register
from plancompiler.views.search_shard import Findable, Shard, search_shard
from plancompiler.views.site_address import site_address

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def produce(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield the site's files, by kind of page in the order of their names; no two have the same path."""
    # First, so that it follows on the same data of the target before, and is not made twice.
    yield from whole_data(program, "site/data")
    templates = Templates(folder("templates") / "html", output.words, output.templates)
    for pages in collect(views, "PAGES", Pages, ending="_page"):
        for path, page in pages.produce(program, output):
            here = Here(program, output, path)
            yield Artifact(f"site/{path}", partial(_page, templates, pages.template, here, page))
    yield text_artifact("site/site.css", partial(_styles, templates, program, output))
    yield text_artifact("site/site.js", lambda: templates.joined("script", ".js"))
    for plan in program.plans:
        here = Here(program, output, "sok.html", plan)
        yield text_artifact(f"site/sok/{plan}.js", partial(_shard, partial(search_shard, here, plan)))
    here = Here(program, output, "sok.html")
    yield text_artifact(f"site/sok/{REGISTER}.js", partial(_shard, partial(search_register, here)))
    if output.theme:
        yield text_artifact("site/tema.css", lambda: output.theme)
    # Who reads a table wants it as a table too, from the same folder.
    yield from whole_tables(program, output, "site/tabeller")
    yield from _for_machines(program, output)
    yield from _pictures(program, output)


def samples(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield the first page of each kind: together they use every template."""
    templates = Templates(folder("templates") / "html", output.words, output.templates)
    for pages in collect(views, "PAGES", Pages, ending="_page"):
        for path, page in islice(pages.produce(program, output), 1):
            here = Here(program, output, path)
            yield Artifact(f"site/{path}", partial(_page, templates, pages.template, here, page))


def template_faults(output: Output) -> tuple[TemplateFault, ...]:
    """Return what can be seen to be wrong with the workspace's own templates without making a page."""
    return Templates(folder("templates") / "html", output.words, output.templates).faults()


def _page(templates: Templates, template: str, here: Here, make: Callable[[], Page]) -> Made:
    page = make()
    has_feed = news(here.program, here.output) is not None
    around = chrome(replace(here, root=page.root), site_name(here.program, here.output), has_feed)
    render = partial(templates.render, template, page=page, view=page.view, chrome=around)
    return Made(digest(templates.digest, template, repr(page), repr(around)), render)


def _styles(templates: Templates, program: Program, output: Output) -> str:
    """Return the one style sheet: Designsystemet where it is shipped, ours, the colours of the UN goals, the day."""
    order = '@charset "utf-8";\n@layer plain, ds;\n'
    return order + design_system() + templates.joined("style", ".css") + _un_colours(program) + _day_on_paper(output)


def _shard(find: Callable[[], Shard]) -> str:
    """Return what can be found in a plan or the registers as a script that hands it over.

    From disk, a page can read nothing else.

    What stands in very many records, such as what they are under, stands once among the strings and is pointed at.
    """
    found = find()
    strings: dict[str, int] = {}
    records = ",\n".join(_encode(_record(one, strings)) for one in found.findable)
    head = ",".join(map(_encode, (found.plan, found.name, found.status, found.municipality, list(strings))))
    return f"plancSearch({head},[\n{records}\n]);\n"


def _record(one: Findable, strings: dict[str, int]) -> list[object]:
    """Return the fields in their order, and no more of them than up to the last that says something."""
    shared = (one.page, one.kind, one.called, one.under, " ".join(one.goals))
    rest = [one.id, one.title, one.text, "|".join(one.numbers), " ".join(one.former), one.lang, "1" * one.untied]
    while not rest[-1]:
        rest.pop()
    return [*(strings.setdefault(text, len(strings)) for text in shared), *rest]


def _for_machines(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield what names pages by their whole addresses, where the site has one."""
    if site_address(program):
        yield text_artifact("site/sitemap.xml", partial(sitemap, program, output))
        yield text_artifact("site/catalog.ttl", partial(catalog, program, output))
    new = news(program, output)
    if new is not None:
        yield text_artifact("site/feed.xml", partial(feed, program, output.language, new))


def _pictures(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield the pictures of figures, each once however many show it, and the logo."""
    found = {
        picture_address(node): picture_file(program, node) for node in program.nodes.values() if node.kind == "figur"
    }
    found[logo_address(program)] = text(program.settings, "logo")
    for to, file in found.items():
        if to and output.files is not None:
            yield Artifact(f"site/{to}", partial(_picture, output.files, file))


def _picture(files: Callable[[str], bytes], path: str) -> Made:
    data = files(path)
    return Made(digest(data), lambda: data)


def _un_colours(program: Program) -> str:
    """Return the rules that give each UN goal its colour and the text colour that can be read on it."""
    rules = ["", "/* FN-målenes farger, fra vokabularet. */"]
    for goal in program.vocabularies.get("bærekraftsmål", {}).values():
        # The vocabulary may be the workspace's own, so what is not a colour is left out of the style sheet.
        if _COLOUR.fullmatch(goal.text("farge")) and goal.id.isdecimal():
            text = "#fff" if goal.text("tekstfarge") == "hvit" else "#000"
            rules.append(f".fn-{int(goal.id)} {{ --goal: {goal.text('farge')}; --on-goal: {text}; }}")
    return "\n".join(rules) + "\n"


def _day_on_paper(output: Output) -> str:
    """Return the rules that say on paper which day the site speaks of, "" when it speaks of none.

    It stands here and not on the pages, for then a new day would make every one of them new.
    """
    if not output.as_of:
        return ""
    day = shown_date(output.as_of, output.language, output.words)
    said = output.words("Opplysningene gjelder per {day}.").format(day=day)
    return f'@media print {{ .printed:empty {{ display: block; }} .printed::before {{ content: "{said} "; }} }}\n'


TARGET = Target("html", "site", produce)
