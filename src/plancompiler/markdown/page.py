"""A page of the Markdown output: where it is, and how it points at everything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from plancompiler.cells import in_prose, mentioned, plan_of, shown
from plancompiler.emit import Output
from plancompiler.markdown import gfm
from plancompiler.program import Link, Program
from plancompiler.shown_dates import shown_period
from plancompiler.table import counted
from plancompiler.translate import Translator
from plancompiler.wording import without_stop

# A list of more things than this is read by nobody: each stands in its plan, with all that is said of it.
MANY = 200

# Their names are reserved, so that no plan's file can take them.
_REGISTERS = {
    "aktører": "aktor.md",
    "dokumenter": "dokument.md",
    "ordliste": "tabeller/ordliste.md",
    "tekster": "tabeller/tekster.md",
}


def address(program: Program, name: str) -> str:
    """Return the file and anchor of a plan, node, register entry or UN goal, from the top of the Markdown folder."""
    if name in program.plans:
        return f"{name}.md"
    if name in program.nodes:
        node = program.nodes[name]
        return f"{node.plan}.md#{node.id}"
    if name in program.entries:
        return f"{_REGISTERS[program.entries[name].section]}#{name}"
    return f"fn.md#fn-{name.removeprefix('fn/')}" if name.startswith("fn/") else ""


@dataclass(frozen=True, slots=True)
class Page:
    """The program, the language of the chrome, and the page's path in the Markdown folder."""

    program: Program
    output: Output
    path: str

    @property
    def words(self) -> Translator:
        """The words of the chrome."""
        return self.output.words

    def to(self, name: str) -> str:
        """Return the relative address of what a full name means; "" when it has no place."""
        there = address(self.program, name)
        if there.startswith(f"{self.path}#"):
            return there.removeprefix(self.path)
        # Ids are letters, digits, dots and hyphens, so that an address is a link as it stands.
        return "../" * self.path.count("/") + there if there else ""

    def link(self, name: str, text: str = "") -> str:
        """Return a link to what a full name means, by the words given or by what it is called, without a stop."""
        called = shown(self.program, name, self.words)
        return gfm.link(text or (without_stop(called) if name in self.program.nodes else called), self.to(name))

    def links(self, names: Iterable[str]) -> str:
        """Return links to several things on one line; of very many, to their plans and how many are in each."""
        found = dict.fromkeys(names)
        return ", ".join(self.by_plan(found) if len(found) > MANY else map(self.link, found))

    def by_plan(self, names: Iterable[str]) -> list[str]:
        """Return a link to each plan that some of the things named are in, with how many they are."""
        counts = Counter(plan_of(self.program, name) or name for name in names)
        return [f"{self.link(plan)} ({counted(count)})" for plan, count in counts.items()]

    def date(self, text: str) -> str:
        """Return a date, a period or a rhythm as readers see it."""
        return gfm.plain(shown_period(text, self.output.language, self.output.words)) if text else ""

    def term(self, vocabulary: str, word: str) -> str:
        """Return a word of a vocabulary in the language of the chrome."""
        entry = self.program.vocabularies.get(vocabulary, {}).get(word)
        return gfm.plain((entry.text(self.output.language) or entry.text("nb") or word) if entry else word)

    def target(self, link: Link) -> str:
        """Return what a link points at, as a link, or as the text it is."""
        return self.link(link.target) if link.target else self.inline(link.source, link.text)

    def inline(self, source: str, text: str) -> str:
        """Return a line of an author's text; `source` is whose text it is, which says what its references mean."""
        return gfm.inline(text, self._resolve(source, text))

    def prose(self, source: str, text: str) -> list[str]:
        """Return an author's prose as lines."""
        return gfm.prose(text, self._resolve(source, text))

    def _resolve(self, source: str, text: str) -> gfm.Resolve:
        targets = mentioned(self.program, source) if "[[" in text else {}

        def resolve(ref: str) -> tuple[str, str] | None:
            target = targets.get(ref)
            return (self.to(target), in_prose(self.program, target, self.words)) if target else None

        return resolve
