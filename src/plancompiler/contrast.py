"""How well colours are told apart: the contrast ratio of WCAG 2.1, 1.4.3."""

from __future__ import annotations

import re
from collections.abc import Iterable
from colorsys import hls_to_rgb

# Red, green and blue, each from 0 to 1.
Colour = tuple[float, float, float]

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(\s*([\d.]+)(?:deg)?[\s,]+([\d.]+)(%?)[\s,]+([\d.]+)(%?)\s*\)")
_NAMED = {"white": "#ffffff", "black": "#000000"}


def colour(written: str) -> Colour | None:
    """Return a colour as CSS writes it; None for what is no colour or shines through, whose ground decides."""
    text = written.strip().lower()
    if found := _HEX.fullmatch(_NAMED.get(text, text)):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return _colour(int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    if found := _FUNCTION.fullmatch(text):
        kind, first, second, unit, third, _ = found.groups()
        if kind == "hsl":
            return hls_to_rgb(float(first) % 360 / 360, float(third) / 100, float(second) / 100)
        return _colour(float(part) / (100 if unit else 255) for part in (first, second, third))
    return None


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, from 1 (the same) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _colour(parts: Iterable[float]) -> Colour:
    red, green, blue = (min(1.0, part) for part in parts)
    return red, green, blue


def _luminance(found: Colour) -> float:
    linear = (part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in found)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
