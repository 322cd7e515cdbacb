"""Whatever is edited, in whatever order, the build after it is the one a clean folder would have got."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from killed_builds import TARGETS, tree
from nordvik import PLAN, REGISTER, SUPERIOR
from plancompiler import fingerprint, resources
from plancompiler.asked import Wish
from plancompiler.build import Written
from plancompiler.cache import NO_CACHE, Cache
from plancompiler.findings import findings
from plancompiler.make import Refused, make
from plancompiler.translate import BOKMAL
from plancompiler.workspace import assemble, built_in
from plancompiler.workspace_files import beside, read
from test_outputs import ROOT

PART = """\
del_av: handling
under: m3
virkemidler:
  - {{id: del{number}.v1, tekst: Et virkemiddel i en egen fil., bærekraftsmål: [{goal}]}}
"""
SETTINGS = "arbeidsområde: Nordvik\nspråk: {language}\nregler: {{measure-without-owner: {level}}}\n"
VOCABULARY = "vokabular: plantyper\nposter:\n  - {{id: handlingsdel, tittel: Handlingsdel {number}}}\n"

Edit = Callable[[Path, random.Random], None]


def _change(root: Path, chance: random.Random, old: str, new: str) -> None:
    """Put `new` for one of the places where `old` stands in the plans, if there is any."""
    paths = [path for path in sorted((root / "plans").rglob("*.yaml")) if old in path.read_text("utf-8")]
    if paths:
        path = chance.choice(paths)
        before, _, after = path.read_text("utf-8").partition(old)
        path.write_text(before + new + after, "utf-8")


def word(root: Path, chance: random.Random) -> None:
    old, new = chance.sample(["kommunen", "Kommunen", "Plan", "alle", "barn", "god", "mykje", "Mye"], 2)
    _change(root, chance, old, new)


def identity(root: Path, chance: random.Random) -> None:
    old, new = chance.sample(["h1.v1.a", "h1.v1.b", "m3.v1", "m3.v9", "s1", "s7", "u1", "i1", "p1", "p2"], 2)
    for path in sorted((root / "plans").rglob("*.yaml")):
        text = path.read_text("utf-8")
        path.write_text(text.replace(f"id: {old},", f"id: {new},").replace(f"[{old}]", f"[{new}]"), "utf-8")


def move(root: Path, chance: random.Random) -> None:
    path = root / "plans/b.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    places = [number for number, line in enumerate(lines) if line.lstrip().startswith("- {id:")]
    if len(places) > 1:
        one, other = chance.sample(places, 2)
        lines[one], lines[other] = lines[other], lines[one]
        path.write_text("".join(lines), "utf-8")


def part(root: Path, chance: random.Random) -> None:
    number = chance.randrange(3)
    path = root / f"plans/deler/del{number}.yaml"
    if path.exists():
        path.unlink()
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text(PART.format(number=number, goal=chance.randint(1, 17)), "utf-8")


def file(root: Path, chance: random.Random) -> None:
    """Take a whole plan away, or give it back."""
    path = root / "plans" / chance.choice(["a.yaml", "b.yaml", "registre/alt.yaml"])
    if path.exists():
        path.unlink()
    else:
        path.write_text({"a.yaml": SUPERIOR, "b.yaml": PLAN, "alt.yaml": REGISTER}[path.name], "utf-8")


def comment(root: Path, chance: random.Random) -> None:
    path = root / "plans/b.yaml"
    if path.exists():
        path.write_text(f"# {chance.random()}\n{path.read_text('utf-8')}", "utf-8")


def vocabulary(root: Path, chance: random.Random) -> None:
    path = root / "plans/vokabular/plantyper.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(VOCABULARY.format(number=chance.randint(1, 3)), "utf-8")


def settings(root: Path, chance: random.Random) -> None:
    language, level = chance.choice(["nb", "nn", "en"]), chance.choice(["av", "tips", "advarsel"])
    (root / "plancompiler.yaml").write_text(SETTINGS.format(language=language, level=level), "utf-8")


def template(root: Path, chance: random.Random) -> None:
    path = resources.folder("templates") / "html" / chance.choice(["base.html.j2", "goal.html.j2", "style/base.css"])
    text = path.read_text("utf-8")
    path.write_text(text + ("/* */" if path.suffix == ".css" else "{# #}\n"), "utf-8")
    fingerprint.shipped.cache_clear()


def own_template(root: Path, chance: random.Random) -> None:
    path = root / "maler" / chance.choice(["base.html.j2", "plan.html.j2"])
    path.parent.mkdir(exist_ok=True)
    if path.exists() and chance.random() < 0.3:
        path.unlink()
    else:
        block, said = chance.choice(["footer", "header"]), chance.choice(["Hei", "{{ page.title }}", "{# #}", "{{"])
        text = f'{{% extends "plancompiler/{path.name}" %}}{{% block {block} %}}{said}{{% endblock %}}'
        path.write_text(text, "utf-8")


def picture(root: Path, chance: random.Random) -> None:
    (root / "plans/stige.png").write_bytes(bytes([chance.randrange(256)]))
    _change(root, chance, "alt: En stige.", "bilde: stige.png, alt: En stige.")


EDITS: tuple[Edit, ...] = (
    word, identity, move, part, file, comment, vocabulary, settings, template, own_template, picture,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(10))
def test_after_thirty_edits_each_build_equals_a_clean_one(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, root, out = random.Random(seed), tmp_path / "område", tmp_path / "ut"
    for path, text in {"a.yaml": SUPERIOR, "b.yaml": PLAN, "registre/alt.yaml": REGISTER}.items():
        (root / "plans" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "plans" / path).write_text(text, "utf-8")
    for name in ("templates", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shipped = lambda name: tmp_path / name  # noqa: E731
    for module in ("resources", "fingerprint", "workspace", "targets.html", "targets.data"):
        monkeypatch.setattr(f"plancompiler.{module}.folder", shipped)
    built = refused = 0
    for turn in range(30):
        edit = EDITS[turn % len(EDITS)] if turn < len(EDITS) else chance.choice(EDITS)
        last = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
        edit(root, chance)
        before = tree(out)
        cache, space = Cache(tmp_path / "lager"), assemble(read(root), beside(root))
        assert findings(space, BOKMAL, cache) == findings(space, BOKMAL), f"turn {turn}: {edit.__name__}"
        made = make(Wish(root, out, TARGETS), read(root), cache, BOKMAL)
        if isinstance(made, Refused):
            refused += 1
            assert tree(out) == before, f"{edit.__name__}: written in spite of errors"
            # The author takes back what did not hold; else one mistake would end the whole run.
            shutil.rmtree(root)
            for kept, data in last.items():
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(data)
            continue
        built += 1
        shutil.rmtree(tmp_path / "ren", ignore_errors=True)
        clean = make(Wish(root, tmp_path / "ren", TARGETS), read(root), NO_CACHE, BOKMAL)
        assert isinstance(clean, tuple) and isinstance(clean[0], Written)
        assert tree(out) == tree(tmp_path / "ren"), f"turn {turn}: {edit.__name__}"
        if edit is comment:
            assert made[0].written == 0
    assert built > 12, f"{refused} were refused"


@pytest.fixture(autouse=True)
def _forget() -> object:
    yield
    fingerprint.shipped.cache_clear()
    built_in.cache_clear()
