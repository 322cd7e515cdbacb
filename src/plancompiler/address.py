"""Where everything stands on the site (`interface.md`, Addresses). Paths are posix, from the site's root."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote

from plancompiler.node import Node, text
from plancompiler.program import Program

_PLAIN = re.compile(r"[a-zA-Z0-9_./#-]*")

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")

_REGISTER_FOLDERS = {"aktører": "aktor", "dokumenter": "dokument"}

# A page by these names would be the folder's own, or could not be saved on Windows whatever its ending.
_TAKEN = re.compile(r"(index|con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def address(program: Program, name: str) -> str:
    """Return the page and anchor of a plan, node, register entry or UN goal; "" for what has no place of its own.

    A goal's page is its own; every other node is an anchor on its plan's page, which is also the goal's permalink.
    """
    if name in program.plans:
        return f"{name}/index.html"
    if name in program.nodes:
        node = program.nodes[name]
        return f"{node.plan}/{_file(node.id)}" if has_page(program, name) else f"{node.plan}/index.html#{node.id}"
    if name.startswith("fn/"):
        goal, _, target = name.removeprefix("fn/").partition(".")
        return f"fn/{goal}.html" + (f"#fn-{goal}.{target}" if target else "")
    entry = program.entries.get(name)
    if entry is None:
        return ""
    if entry.section in _REGISTER_FOLDERS:
        return f"{_REGISTER_FOLDERS[entry.section]}/{_file(name)}"
    return f"ordliste.html#{name}" if entry.section == "ordliste" else ""


def permalink(program: Program, name: str) -> str:
    """Return the address of a node that survives its moving: its anchor on the plan's page."""
    node = program.nodes[name]
    return f"{node.plan}/index.html#{node.id}"


def has_page(program: Program, name: str) -> bool:
    """Tell whether a node has a page of its own: goals and attachments do."""
    return program.nodes[name].kind in {"mål", "vedlegg"}


def picture_file(program: Program, node: Node) -> str:
    """Return the file of a figure's picture, from the workspace's root; "" for a node without one.

    It stands beside the file that the plan's header is in.
    """
    written = node.text("bilde")
    plan = program.plans.get(node.plan)
    return posixpath.normpath(posixpath.join(posixpath.dirname(plan.file), written)) if written and plan else ""


def picture_address(node: Node) -> str:
    """Return where a figure's picture stands on the site; "" when it has none that browsers show as a picture."""
    written = node.text("bilde")
    return f"{node.plan}/bilder/{posixpath.normpath(written)}" if written and is_picture(written) else ""


def is_picture(file: str) -> bool:
    """Tell whether a file is a picture by its name; SVG is not, since it may hold a program."""
    return file.lower().endswith(_PICTURES)


def is_logo(file: str) -> bool:
    """Tell whether a file can be the logo by its name: a picture, or an SVG, since those who publish choose it."""
    return is_picture(file) or file.lower().endswith(".svg")


def logo_address(program: Program) -> str:
    """Return where the logo stands on the site; "" when the settings name none that can be shown."""
    file = text(program.settings, "logo")
    return f"logo{posixpath.splitext(file)[1].lower()}" if is_logo(file) else ""


def relative(page: str, to: str) -> str:
    """Return the link from `page` to the address `to`, relative and always to a file."""
    path, mark, anchor = to.partition("#")
    link = "" if path == page and mark else _from(page, path)
    # Few addresses need quoting, and there are very many of them.
    return link + mark + anchor if _PLAIN.fullmatch(to) else quote(link) + mark + quote(anchor)


def _from(page: str, path: str) -> str:
    """Return the way from a page to a file, up to the folder they share and down again."""
    here, there = page.split("/"), path.split("/")
    shared = 0
    while shared < min(len(here), len(there)) - 1 and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - 1 - shared) + there[shared:])


def theme_address(theme: str) -> str:
    """Return the page of a theme. Themes that differ only in case, spaces or marks share it."""
    letters = theme.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    return f"emne/{_file(re.sub('[^a-z0-9]+', '-', letters).strip('-') or 'annet')}"


def _file(name: str) -> str:
    # An id never ends in a hyphen, so no other page can be called this.
    return f"{name}-.html" if _TAKEN.fullmatch(name) else f"{name}.html"
