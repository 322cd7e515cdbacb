"""What can be wrong between brackets and braces: a mark missing, too many or the wrong one, and text with marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plancompiler.diagnostic import Applicability
from plancompiler.syntax.lines import LinedText, comment_start, quote_end, quoting, shown
from plancompiler.syntax.repair import Change, Mistake, mistake
from plancompiler.syntax.shape import glued_colon

_CLOSER = {"[": "]", "{": "}"}
# Deeper than any plan; the reader of events has its own limit, with a finding.
_DEPTH = 64
# Longer than any list a person writes; beyond it the time is better spent elsewhere.
_SIZE = 20_000

# A # and no space after it is meant as text: `[#klima, #miljø]`.
_SPACE = re.compile(r"(?:[ \t\r\n]|(?<=[ \t\r\n])#(?=[ \t\r\n#])[^\r\n]*)*")
_WORDS = re.compile(r"(?:[^,\[\]{}:#]|:(?![ \t\r\n,\[\]{}]|\Z)|(?<![ \t\r\n])#)*")
_ENTRY_END = re.compile(r"[,\]}]|[ \t]#")
_NEXT_FIELD = re.compile(r"[ \t]*,\s*([a-zæøåäöéáčđŋšŧž][\w-]*)[ ]*:(?=[ \t\r\n])")
_FIELD_BEFORE = re.compile(rf"{_NEXT_FIELD.pattern}[ \t]*\Z")
_LINKS = re.compile(r"(?:[^,\[\]{}\r\n]*\[\[[^\[\]\r\n]*\]\])*")
_MARK = re.compile(r"(?:&[\w-]+|![^\s,\[\]{}]*)[ \t]+|\*[\w-]+[ \t]*(?=[,\]}\r\n])", re.ASCII)


def flow_value(page: LinedText, start: int, reach: int) -> tuple[int, tuple[Mistake, ...]]:
    """Return where the list or mapping that opens at `start` ends, at most `reach`, and what is wrong in it."""
    if reach - start > _SIZE:
        return reach, ()
    reader = _Reader(page, reach)
    end = reader.collection(start, 0)
    return end, tuple(reader.mistakes)


class _Reader:
    """Reads one value between brackets; collects mistakes on the way."""

    def __init__(self, page: LinedText, reach: int) -> None:
        self._page, self._text, self._reach = page, page.text, reach
        self.mistakes: list[Mistake] = []

    def collection(self, start: int, depth: int) -> int:
        """Read from the opening mark at `start` to its end, and return that."""
        opener, at = self._text[start], self._skip(start + 1)
        separated = True
        while at < self._reach:
            mark = self._text[at]
            if mark in "]}":
                if mark != _CLOSER[opener]:
                    self._wrong_closer(start, at)
                return at + 1
            if mark == ",":
                if separated:
                    self._report("stray-comma", at, at + 1, [Change(at, at + 1, "")], fix="remove")
                separated, at = True, self._skip(at + 1)
            else:
                separated, at = False, self._skip(self._entry(at, opener, depth))
        self._unclosed(start, opener)
        return self._reach

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at, self._reach)
        return found.end() if found else at

    def _entry(self, start: int, opener: str, depth: int) -> int:
        """Read a key and value, or one of them alone, and return where it ends."""
        text = self._text
        glued = glued_colon(text, start, self._reach) if opener == "{" else -1
        if glued >= 0 and not self._is_colon(self._skip(self._words_end(start))):
            return self._glued(start, glued, depth)
        at = self._atom(start, start, depth, "" if opener == "{" else opener)
        after = self._skip(at)
        if self._is_colon(after):
            begins = self._skip(after + 1)
            if begins == after + 1 < self._reach and text[begins] in "[{" and text[start] not in "\"'":
                self._space_after(start, after, begins)
            if begins >= self._reach or text[begins] in ",]}":
                return begins
            at = self._atom(begins, begins, depth, opener)
            after = self._skip(at)
            if self._is_colon(after):
                return self._second_colon(start, begins, after, opener)
            start = begins
        if after < self._reach and text[after] not in ",]}":
            return self._junk(start, after)
        return at

    def _is_colon(self, at: int) -> bool:
        return at < self._reach and self._text[at] == ":"

    def _atom(self, start: int, at: int, depth: int, opener: str = "") -> int:
        """Read a quoted text, a collection, or words, and return where it ends.

        `opener` is the mark before the list or the mapping it is a value in.
        """
        text = self._text
        mark = _MARK.match(text, at, self._reach)
        if mark:
            at = mark.end()
            if at >= self._reach or text[at] in ",]}\r\n":
                return at
        first = text[at]
        if first in "[{":
            return self.collection(at, depth + 1) if depth < _DEPTH else self._reach
        if first in "\"'":
            end = quote_end(text, at, self._reach)
            return self._unclosed_quote(at, opener) if end < 0 or self._opens_the_next(at, end) else end
        end = self._words_end(at)
        if first in "@`%&!*|>#" or (first in "-?" and text[at + 1 : at + 2] in (" ", "\t", "", ",", "]", "}")):
            end = max(self._entry_end(at), at + 1)
            self._quote("special-first-character", start, end, mark=first)
        elif ":" in text[at:end] or "?" in text[at:end]:
            # YAML allows `https://` and `Hvorfor?` in brackets; the parser does not know that yet.
            self.mistakes.append(Mistake((), quoting(text, at, end)))
        return end if end > at else at + (not self._is_colon(at))

    def _words_end(self, at: int) -> int:
        found = _WORDS.match(self._text, at, self._reach)
        end = found.end() if found else at
        while end > at and self._text[end - 1] in " \t\r\n":
            end -= 1
        return end

    def _glued(self, start: int, mark: int, depth: int) -> int:
        """Report `{verdi:10}`, and return where the value ends."""
        self._space_after(start, mark, self._words_end(start))
        return self._atom(mark + 1, mark + 1, depth, "{")

    def _space_after(self, start: int, mark: int, end: int) -> None:
        change = Change(mark + 1, mark + 1, " ")
        args = {"write": shown([change], self._text, start, end, limit=40)}
        self._report("missing-space", mark, mark + 1, [change], fix="space", args=args)

    def _entry_end(self, at: int) -> int:
        found = _ENTRY_END.search(self._text, at, self._reach)
        end = found.start() if found else self._reach
        while end > at and self._text[end - 1] in " \t\r\n":
            end -= 1
        return end

    def _junk(self, start: int, after: int) -> int:
        """Report text after a quote or bracket that was closed: the whole entry is text."""
        end = self._entry_end(after)
        if self._text[after] in "[{":
            before = len(self.mistakes)
            closed = self.collection(after, _DEPTH)
            end = self._entry_end(closed) if len(self.mistakes) == before else end
            del self.mistakes[before:]
        code = "text-after-quote" if self._text[start] in "\"'" else "text-after-bracket"
        self._quote(code, start, end, variant="inside")
        return end

    def _second_colon(self, start: int, begins: int, after: int, opener: str) -> int:
        """Report `{a: 1 b: 2}`, where a comma is missing, or `{a: Leder: drift}`, where the text has a colon."""
        words = self._text[begins:after].rstrip()
        last = max(words.rfind(" "), words.rfind("\n")) + 1
        if opener == "{" and last and words[last:].islower():
            gap = begins + last
            before = len(self._text[begins:gap].rstrip()) + begins
            args = {"key": words[last:], "text": self._page.excerpt(begins, before)}
            change = Change(before, before, ",")
            self._report("missing-comma", gap, gap + len(words) - last, [change], fix="insert", args=args)
            return self._entry(gap, opener, _DEPTH - 1)
        end = self._entry_end(after)
        self._quote("colon-in-text", start if opener == "[" else begins, end)
        return end

    def _quote(self, code: str, start: int, end: int, variant: str = "", **args: str) -> None:
        repair = quoting(self._text, start, end)
        named = {"text": self._page.excerpt(start, end), "write": shown(repair, self._text, start, end), **args}
        self._report(code, start, end, repair, fix="quote", variant=variant, args=named)

    def _opens_the_next(self, start: int, end: int) -> bool:
        """Tell whether the quote that seems to close a text begins the value of the next field: `"Én, verdi: "to"`."""
        after = self._skip(end)
        goes_on = after < self._reach and self._text[after] not in ",]}:"
        return goes_on and _FIELD_BEFORE.search(self._text, start, end - 1) is not None

    def _unclosed_quote(self, at: int, opener: str) -> int:
        """Report a quote that is not closed, and return where the text was meant to end."""
        end, sure = self._meant_end(at, opener)
        repair = [Change(end, end, self._text[at])]
        args = {"mark": self._text[at], "write": shown(repair, self._text, at, end)}
        level: Applicability = "safe" if sure else "unsafe"
        self._report("unclosed-quote", at, end, repair, fix="close", args=args, applicability=level)
        return end

    def _meant_end(self, at: int, opener: str) -> tuple[int, bool]:
        """Return where a text without its closing quote ends, and whether there is no doubt of it.

        In a mapping that is before the next field, else before the mark that closes the mapping: commas are part of
        the text. In a list each comma may be part of the text or not.
        """
        text = self._text
        if opener != "{":
            links = _LINKS.match(text, at + 1, self._reach)
            first = max(self._entry_end(links.end() if links else at), at + 1)
            return first, opener == "[" and text[first : first + 1] != ","
        line_end = comment_start(text, at, min(self._page.lines[self._page.number(at)].end, self._reach))
        field = _NEXT_FIELD.search(text, at, self._reach)
        if field and field.start() <= line_end:
            closes = text.find("}", at, field.start())
            return (field.start(), _is_key_elsewhere(text, field)) if closes < 0 else (closes, True)
        closes = text.find("}", at, line_end)
        if closes < 0:
            return line_end, "," not in text[at:line_end]
        while text[closes - 1] in " \t":
            closes -= 1
        return closes, True

    def _wrong_closer(self, start: int, at: int) -> None:
        args = {"opener": self._text[start], "mark": self._text[at], "wanted": _CLOSER[self._text[start]]}
        change = Change(at, at + 1, args["wanted"])
        self._report("wrong-bracket", at, at + 1, [change], fix="replace", args=args)

    def _unclosed(self, start: int, opener: str) -> None:
        end = self._last_text(start)
        args = {"opener": opener, "wanted": _CLOSER[opener]}
        shut = [Change(end, end, _CLOSER[opener])]
        inner = self.mistakes[-1] if self.mistakes else None
        beside = inner is not None and any(change.start == change.end == end for change in inner.repair)
        if inner is not None and beside and any(each.code == "unclosed-quote" for each in inner.findings):
            # Both belong in one place, the quote first, so they are put there together.
            self.mistakes[-1] = inner.joined(shut)
            return
        if inner is not None and any(each.code == "unclosed-bracket" for each in inner.findings):
            # Both marks are missing for one reason, so it is said once: at the outer.
            self.mistakes.pop()
            shut = [*inner.repair, *shut]
            args["wanted"] = "".join(change.text for change in shut)
        self._report("unclosed-bracket", start, start + 1, shut, fix="close", args=args)

    def _last_text(self, start: int) -> int:
        # A mark put after a comment would be part of it, so lines with nothing else are passed.
        for number in range(self._page.number(max(self._reach - 1, start)), -1, -1):
            line = self._page.lines[number]
            first = max(line.first, start)
            end = comment_start(self._text, first, min(line.end, self._reach))
            while end > start + 1 and self._text[end - 1] in " \t\r\n":
                end -= 1
            if first == start or (end > first and self._text[first] != "#"):
                return max(end, start + 1)
        return start + 1

    def _report(
        self,
        code: str,
        start: int,
        end: int,
        repair: Sequence[Change],
        fix: str,
        variant: str = "",
        args: Mapping[str, str] | None = None,
        applicability: Applicability = "safe",
    ) -> None:
        self.mistakes.append(
            mistake(
                self._page.path,
                code,
                start,
                end,
                repair,
                fix=fix,
                variant=variant,
                args=args,
                applicability=applicability,
            )
        )


def _is_key_elsewhere(text: str, field: re.Match[str]) -> bool:
    """Tell whether what looks like a field is one for certain, since there is another of that name in the file."""
    key = re.compile(rf"(?:^|[{{,]|- )[ \t]*{re.escape(field[1])}[ ]*:(?=[ \t\r\n])", re.MULTILINE)
    return key.search(text, 0, field.start()) is not None or key.search(text, field.end()) is not None
