"""The static site: every page of the views through its template, and the style sheet.

A page is a pure function of its view, so the key of its bytes is the view and the templates; it is rendered when asked
for, which is only when the key is new.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from plancompiler import views
from plancompiler.address import picture_address, picture_file
from plancompiler.collect import collect
from plancompiler.emit import Artifact, Made, Output, Target, text_artifact
from plancompiler.program import Program
from plancompiler.resources import design_system, folder
from plancompiler.source import digest
from plancompiler.targets.tables import whole_tables
from plancompiler.template import Templates
from plancompiler.views.chrome import chrome, site_name
from plancompiler.views.page import Here, Page, Pages

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def produce(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield the site's files, by kind of page in the order of their names; no two have the same path."""
    templates = Templates(folder("templates") / "html", output.words)
    for pages in collect(views, "PAGES", Pages, ending="_page"):
        for path, page in pages.produce(program, output):
            here = Here(program, output, path)
            yield Artifact(f"site/{path}", partial(_page, templates, pages.template, here, page))
    yield text_artifact("site/site.css", partial(_styles, templates, program))
    yield text_artifact("site/site.js", lambda: templates.joined("script", ".js"))
    # Who reads a table wants it as a table too, from the same folder.
    yield from whole_tables(program, output, "site/tabeller")
    yield from _pictures(program, output)


def _page(templates: Templates, template: str, here: Here, make: Callable[[], Page]) -> Made:
    page = make()
    around = chrome(replace(here, root=page.root), site_name(here.program, here.output))
    render = partial(templates.render, template, page=page, view=page.view, chrome=around)
    return Made(digest(templates.digest, template, repr(page), repr(around)), render)


def _styles(templates: Templates, program: Program) -> str:
    """Return the one style sheet: Designsystemet where it is shipped, ours, and the colours of the UN goals."""
    order = '@charset "utf-8";\n@layer plain, ds;\n'
    return order + design_system() + templates.joined("style", ".css") + _un_colours(program)


def _pictures(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield the pictures of figures, each once however many show it."""
    found = {
        picture_address(node): picture_file(program, node) for node in program.nodes.values() if node.kind == "figur"
    }
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


TARGET = Target("html", "site", produce)
