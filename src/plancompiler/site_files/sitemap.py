"""The pages that search engines may list, as they ask for it: https://www.sitemaps.org/protocol.html."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from plancompiler import views
from plancompiler.collect import collect
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.views.page import Here, Pages
from plancompiler.views.site_address import whole_address
from plancompiler.views.standing import is_listed


def sitemap(program: Program, output: Output) -> str:
    """Return the addresses of the pages, by kind of page; none of a plan that is not in force."""
    places = (f"<url><loc>{escape(whole_address(program, path))}</loc></url>\n" for path in _listed(program, output))
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{"".join(places)}</urlset>\n'


def _listed(program: Program, output: Output) -> Iterator[str]:
    here = Here(program, output, "sitemap.xml")
    unlisted = {plan for plan in program.plans if not is_listed(here, plan)}
    for pages in collect(views, "PAGES", Pages, ending="_page"):
        if pages.listed:
            yield from (path for path, _ in pages.produce(program, output) if path.partition("/")[0] not in unlisted)
