"""What is wrong with a workspace's own templates: found by reading them, or when a page is made with one.

Jinja answers programmers, in English; here its answers become kinds of fault that a code has words for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from traceback import walk_tb

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError

from plancompiler.nearest import nearest
from plancompiler.own_templates import FOLDER, SHIPPED, TemplateFault
from plancompiler.source import Source
from plancompiler.template_slips import slip

_MISSING_NAME = re.compile(r"'(?P<name>[^']+)' is undefined|has no (?:attribute|element) '?(?P<attribute>[^']+)'?")
_MISSING_FILTER = re.compile(r"No (?:filter|test) named '(?P<name>[^']+)'")


def faults(environment: Environment, own: tuple[Source, ...], shipped: frozenset[str]) -> Iterator[TemplateFault]:
    """Yield what can be seen by reading the templates; the first mistake of each that hides what follows.

    `shipped` are the names of those that come with the compiler.
    """
    trees: dict[str, nodes.Template] = {}
    for source in own:
        try:
            # To compile is to look up filters too; to parse is not.
            environment.compile(source.text, _name(source), source.path)
            trees[source.path] = environment.parse(source.text, _name(source), source.path)
        except TemplateSyntaxError as error:
            yield _not_understood(source.path, source.text, error, environment)
    asked_for = {name for tree in trees.values() for name in meta.find_referenced_templates(tree) if name}
    for path, tree in trees.items():
        name = path.removeprefix(FOLDER)
        if name not in shipped | asked_for:
            yield TemplateFault(path, 1, "unused", name, _near(name, shipped))
        yield from _in_its_place(environment, path, tree, shipped)
        if name in shipped and _is_all_of_a_page(environment, name, tree):
            yield TemplateFault(path, 1, "alone", name, SHIPPED + name)


def fault_of(error: Exception, own: frozenset[str]) -> TemplateFault | None:
    """Return the fault behind an error of making a page, if it is one of the `own` templates'; else None."""
    if isinstance(error, TemplateSyntaxError):
        return _not_understood(error.filename, error.source or "", error) if error.filename in own else None
    lines = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    path, line = next((place for place in reversed(lines) if place[0] in own), ("", 0))
    if not path:
        return None
    if isinstance(error, UndefinedError):
        found = _MISSING_NAME.search(str(error))
        name = (found["name"] or found["attribute"]) if found else ""
        return TemplateFault(path, line, "name" if name else "", name, said="" if name else str(error))
    if isinstance(error, TemplateNotFound):
        return TemplateFault(path, line, "parent", str(error))
    if isinstance(error, SecurityError):
        return TemplateFault(path, line, "unsafe")
    known = _MISSING_FILTER.search(str(error))
    if known and isinstance(error, TemplateError):
        return TemplateFault(path, line, "filter", known["name"])
    said = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return TemplateFault(path, line, "run", said=said)


def _not_understood(
    path: str, text: str, error: TemplateSyntaxError, environment: Environment | None = None
) -> TemplateFault:
    said = error.message or ""
    if found := _MISSING_FILTER.search(said):
        known = (*environment.filters, *environment.tests) if environment is not None else ()
        return TemplateFault(path, error.lineno, "filter", found["name"], _near(found["name"], known))
    return slip(path, text, error.lineno, said) or TemplateFault(path, error.lineno, "", said=said)


def _in_its_place(
    environment: Environment, path: str, tree: nodes.Template, shipped: frozenset[str]
) -> Iterator[TemplateFault]:
    """Yield what a template that builds on another says in vain."""
    extends = next(iter(tree.find_all(nodes.Extends)), None)
    if extends is None or not isinstance(extends.template, nodes.Const):
        return
    parent = str(extends.template.value)
    if parent == path.removeprefix(FOLDER):
        yield TemplateFault(path, extends.lineno, "itself", parent, SHIPPED + parent)
        return
    blocks = _blocks(environment, parent)
    if blocks is None:
        near = _near(parent.removeprefix(SHIPPED), shipped)
        yield TemplateFault(path, extends.lineno, "parent", parent, f"{SHIPPED}{near}" if near else "")
        return
    for node in tree.body:
        outside = node.nodes if isinstance(node, nodes.Output) else ()
        for text in outside:
            if not isinstance(text, nodes.TemplateData) or text.data.strip():
                # The text begins where the tag before it ends, perhaps some lines before its first letter.
                data = text.data if isinstance(text, nodes.TemplateData) else ""
                down = data[: len(data) - len(data.lstrip())].count("\n")
                yield TemplateFault(path, text.lineno + down, "outside")
                return
    inner = {each.name for block in tree.find_all(nodes.Block) for each in block.find_all(nodes.Block)}
    for block in tree.find_all(nodes.Block):
        if block.name not in blocks | inner:
            yield TemplateFault(path, block.lineno, "block", block.name, _near(block.name, blocks))


def _is_all_of_a_page(environment: Environment, name: str, tree: nodes.Template) -> bool:
    """Tell whether a template builds on none where ours of that name is a whole page, and is not one itself."""
    said = "".join(each.data for each in tree.find_all(nodes.TemplateData)).lower()
    if not said.strip() or "<html" in said or any(tree.find_all(nodes.Extends)):
        return False
    assert environment.loader is not None
    ours = environment.loader.get_source(environment, SHIPPED + name)[0]
    return any(environment.parse(ours).find_all(nodes.Extends)) or "<html" in ours


def _blocks(environment: Environment, name: str) -> set[str] | None:
    """Return the names of the blocks of a template and of those it builds on; None when there is none of that name."""
    found: set[str] = set()
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        try:
            assert environment.loader is not None
            text, file, _ = environment.loader.get_source(environment, name)
            tree = environment.parse(text, name, file)
        except TemplateNotFound:
            return None
        except TemplateSyntaxError:
            # That one's own fault is said of it, and what it would have had is not known.
            return found
        found |= {block.name for block in tree.find_all(nodes.Block)}
        for extends in tree.find_all(nodes.Extends):
            if isinstance(extends.template, nodes.Const):
                name = str(extends.template.value)
    return found


def _name(source: Source) -> str:
    return source.path.removeprefix(FOLDER)


def _near(name: str, known: Iterable[str]) -> str:
    return next(iter(nearest(name, sorted(known))), "")
