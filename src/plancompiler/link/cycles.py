"""Links that go in a ring: a plan over itself, a goal that contributes to what it is made of, an actor its own part."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.diagnostic import Diagnostic
from plancompiler.program import Link

_ROLES = ("overordnet", "erstatter", "utkast_til", "sitert", "del_av", "bidrar_til", "erstattet_av")


def cycles(links: tuple[Link, ...]) -> Iterator[Diagnostic]:
    """Yield one finding for each ring, at the link that closes it, with the names it goes through."""
    for role in _ROLES:
        out: dict[str, list[Link]] = {}
        for link in links:
            if link.role == role and link.target:
                out.setdefault(link.source, []).append(link)
        yield from _rings(role, out)


def _rings(role: str, out: dict[str, list[Link]]) -> Iterator[Diagnostic]:
    done: set[str] = set()
    for start in out:
        if start in done:
            continue
        # An explicit stack, since a chain of thousands of links must not exhaust Python's own.
        way: list[str] = [start]
        turns = [iter(out[start])]
        on_way = {start}
        while turns:
            link = next(turns[-1], None)
            if link is None:
                turns.pop()
                done.add(way[-1])
                on_way.discard(way.pop())
            elif link.target in on_way:
                ring = [*way[way.index(link.target) :], link.target]
                args = {"ring": " → ".join(ring), "field": role, "id": link.text}
                yield Diagnostic("circular-link", link.at, args, "self" if len(ring) == 2 else "")
            elif link.target in out and link.target not in done:
                way.append(link.target)
                on_way.add(link.target)
                turns.append(iter(out[link.target]))
