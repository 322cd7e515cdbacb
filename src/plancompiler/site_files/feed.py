"""What is new of the plans as an Atom feed: https://www.rfc-editor.org/rfc/rfc4287."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from plancompiler.program import Program
from plancompiler.views.news import Entry, News
from plancompiler.views.site_address import whole_address


def feed(program: Program, language: str, news: News) -> str:
    """Return the news as a feed. A day stands for its first second, since no plan says more."""
    home = whole_address(program, "index.html")
    own = whole_address(program, "feed.xml")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language)}>\n'
        f"<id>{escape(home)}</id>\n"
        f"<title>{escape(news.title)}</title>\n"
        f"<updated>{news.day}T00:00:00Z</updated>\n"
        f"<author><name>{escape(news.author)}</name></author>\n"
        f'<link rel="self" href={quoteattr(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(home)}/>\n'
        f"{''.join(_entry(program, one) for one in news.entries)}"
        "</feed>\n"
    )


def _entry(program: Program, one: Entry) -> str:
    return (
        "<entry>\n"
        f"<id>{escape(whole_address(program, one.id))}</id>\n"
        f"<title>{escape(one.title)}</title>\n"
        f"<updated>{one.day}T00:00:00Z</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(whole_address(program, one.address))}/>\n'
        f"<summary>{escape(one.said)}</summary>\n"
        "</entry>\n"
    )
