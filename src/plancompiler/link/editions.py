"""Which plans are in force, and so counted (`language.md` 5.1). Today's date has no say; status and succession do."""

from __future__ import annotations

from collections.abc import Mapping

from plancompiler.node import Document, Entry
from plancompiler.program import Link

_OVER = frozenset({"erstattet", "opphevet", "planlagt"})


def counted(plans: Mapping[str, Document], statuses: Mapping[str, Entry], links: tuple[Link, ...]) -> frozenset[str]:
    """Return the plans that headline counts are made of: neither drafts, nor ended, nor replaced by one in force."""
    drafts = {link.source for link in links if link.role == "utkast_til"}
    in_force = {
        plan.id
        for plan in plans.values()
        if plan.text("status") not in _OVER and not is_draft(plan, statuses) and plan.id not in drafts
    }
    replaced = {link.target for link in links if link.role == "erstatter" and link.source in in_force}
    return frozenset(in_force - replaced)


def is_draft(plan: Document, statuses: Mapping[str, Entry]) -> bool:
    """Tell whether a plan's status is one that carries a draft banner."""
    status = statuses.get(plan.text("status"))
    return status is not None and status.text("utkastbanner") == "ja"
