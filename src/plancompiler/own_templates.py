"""A workspace's own templates: where they lie, and what can be wrong in one."""

from __future__ import annotations

# The folder of a workspace's own templates, and what leads to those that come with the compiler.
FOLDER, SHIPPED = "maler/", "plancompiler/"


class TemplateFault(Exception):
    """What is wrong in a line of a template: a `variant` of the code, the name it is about, and what is near it.

    `said` is what Jinja says of it, in English, "" where we say all there is.
    """

    def __init__(self, path: str, line: int, variant: str, name: str = "", near: str = "", said: str = "") -> None:
        # All of it, so that it can be sent from one process to another.
        super().__init__(path, line, variant, name, near, said)
        self.path, self.line, self.variant, self.name, self.near, self.said = path, line, variant, name, near, said
