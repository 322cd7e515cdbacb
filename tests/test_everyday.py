"""The page of everyday jobs holds: every command on it is run, in order, and every line it shows is there.

Blocks are run from the top of the page, in one workspace:

- ```console: lines that begin with `$ ` are run, and what follows each is all that it prints. A line `…` stands for any
  lines. The comment `<!-- sluttkode: 1 -->` above says that the last one leaves with that code; else all leave with 0.
- ```yaml under `<!-- nå: FILE -->` are lines that now stand together in the file, perhaps further in.
- ```yaml under `<!-- rett: FILE -->` are such lines with some that the reader writes: `# ny` behind a line that is new,
  `# endret` behind one that takes the place of what stood there.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from test_cli import planc

PAGE = (Path(__file__).parent.parent / "docs" / "hverdag.md").read_text("utf-8")
_BLOCK = re.compile(r"((?:^<!-- [^\n]* -->\n)*)^```(\w+)\n(.*?)^```$", re.M | re.S)
_MARK = re.compile(r"<!-- (nå|rett|sluttkode): (.*?) -->")
_WRITTEN = re.compile(r"  # (ny|endret)$")


@dataclass(frozen=True)
class Block:
    line: int
    language: str
    marks: dict[str, str]
    text: str


def blocks() -> Iterator[Block]:
    for found in _BLOCK.finditer(PAGE):
        line = PAGE.count("\n", 0, found.start(2)) + 1
        yield Block(line, found[2], dict(_MARK.findall(found[1])), found[3])


def test_the_page_holds_from_its_top_to_its_end(tmp_path: Path) -> None:
    folder = tmp_path
    for block in blocks():
        at = f"line {block.line}"
        if block.language == "console":
            folder = _run(block, folder, at)
        elif "nå" in block.marks:
            text = (folder / block.marks["nå"]).read_text("utf-8")
            assert _found(block.text.splitlines(), text.splitlines()), f"{at}\n{text}"
        else:
            path = folder / block.marks["rett"]
            path.write_text(_written(block.text.splitlines(), path.read_text("utf-8").splitlines(), at), "utf-8")


def test_every_block_is_run_and_every_job_is_there() -> None:
    run = list(blocks())
    assert len(run) == PAGE.count("```") // 2
    assert all(block.language == "console" or {"nå", "rett"} & block.marks.keys() for block in run)
    commands = {line.split()[2] for block in run for line in block.text.splitlines() if line.startswith("$ planc")}
    assert commands >= {
        "init",
        "new",
        "check",
        "fix",
        "fmt",
        "move",
        "rename",
        "retire",
        "renumber",
        "extract",
        "build",
    }


def _run(block: Block, folder: Path, at: str) -> Path:
    """Run the commands of a block, and return the folder that one is in afterwards."""
    said = re.split(r"^\$ (.*)\n", block.text, flags=re.M)
    commands = list(zip(said[1::2], said[2::2], strict=True))
    for number, (command, expected) in enumerate(commands, 1):
        name, *args = shlex.split(command)
        if name == "cd":
            folder = folder / args[0]
        elif name == "cp":
            shutil.copy(folder / args[0], folder / args[1])
        else:
            assert name == "planc"
            done = planc(*args, cwd=folder)
            code = int(block.marks.get("sluttkode", "0")) if number == len(commands) else 0
            output = done.stdout + done.stderr
            assert re.fullmatch(_pattern(expected), output), f"{at}: {command}\n{output}"
            assert done.returncode == code, f"{at}: {command}\n{output}"
    return folder


def _pattern(expected: str) -> str:
    return "".join("(?:.*\n)*" if line == "…\n" else re.escape(line) for line in expected.splitlines(keepends=True))


def _found(lines: list[str], text: list[str]) -> tuple[int, str] | None:
    """Return where the lines stand together in a text, and how much further in; None when they do not."""
    for start in range(len(text) - len(lines) + 1):
        inset = text[start][: len(text[start]) - len(text[start].lstrip())].removesuffix(_inset(lines[0]))
        if text[start : start + len(lines)] == [f"{inset}{line}" if line else "" for line in lines]:
            return start, inset
    return None


def _inset(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _written(lines: list[str], text: list[str], at: str) -> str:
    """Return the text with what the reader writes."""
    marks = [mark[1] if (mark := _WRITTEN.search(line)) else "" for line in lines]
    new = [_WRITTEN.sub("", line) for line in lines]
    # What stood there: the lines without the new ones, and any line where one is changed.
    for start in range(len(text)):
        inset = _inset(text[start]).removesuffix(_inset(new[0]))
        left = iter(text[start:])
        stays = [(f"{inset}{line}", mark) for line, mark in zip(new, marks, strict=True) if mark != "ny"]
        if all(next(left, "") == line or mark == "endret" for line, mark in stays):
            many = sum(mark != "ny" for mark in marks)
            return "\n".join((*text[:start], *(inset + line for line in new), *text[start + many :], ""))
    raise AssertionError(f"{at}: the lines do not stand there")
