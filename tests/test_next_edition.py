"""What the site says of a plan while the edition that replaces it is adopted and has yet to begin."""

from __future__ import annotations

import pytest

from plancompiler.emit import Output
from plancompiler.targets.html import TARGET
from plancompiler.translate import BOKMAL
from site_pages import Page
from workspaces import workspace

HEAD = "type: handlingsdel\nspråk: nb\nmål: [{id: m, tittel: Ro}]\n"
NOW = f"plan: denne\ntittel: Planen nå\n{HEAD}"
NEXT = f"plan: neste\ntittel: Planen etter\nperiode: 2027–2030\nerstatter: denne\n{HEAD}"

UNTIL = "Planen gjelder fram til 1. januar 2027. Da tar neste utgave over. Neste utgave: Planen etter"
OVER = "Denne planen gjelder ikke lenger."


@pytest.mark.parametrize(
    ("day", "status", "period", "next_status", "banner", "heading"),
    [
        ("2026-12-22", "vedtatt", "2026–2029", "vedtatt", UNTIL, "Gjelder fram til neste utgave tar over"),
        ("2027-01-01", "vedtatt", "2026–2029", "vedtatt", OVER, "Erstattet"),
        ("", "vedtatt", "2026–2029", "vedtatt", OVER, "Erstattet"),
        ("2026-12-22", "erstattet", "2026–2029", "vedtatt", OVER, "Erstattet"),
        ("2026-12-22", "vedtatt", "2022–2025", "vedtatt", OVER, "Erstattet"),
        ("2026-12-22", "vedtatt", "2026–2029", "utkast", "", "Vedtatte planer"),
    ],
)
def test_a_plan_applies_until_the_next_edition_begins(
    day: str, status: str, period: str, next_status: str, banner: str, heading: str
) -> None:
    files = {
        "plans/a.yaml": f"{NOW}status: {status}\nperiode: {period}\n",
        "plans/b.yaml": f"{NEXT}status: {next_status}\n",
    }
    made = {one.path: one for one in TARGET.produce(workspace(files).program, Output("nb", BOKMAL, as_of=day))}
    texts = {
        name: " ".join(Page(made[f"site/{name}"].render().decode("utf-8")).text.split())
        for name in ("denne/index.html", "index.html", "neste/index.html")
    }
    page = texts["denne/index.html"]
    assert banner in page and (banner == UNTIL) == (UNTIL in page) and (banner == OVER) == (OVER in page)
    assert f"{heading} Handlingsdel Planen nå" in texts["index.html"]
    begun = "2027–2030 (perioden har ikke begynt)" not in texts["neste/index.html"]
    assert begun == (not "" < day < "2027")
