"""How many examples the property tests try: some in `make test`, ten times as many in `make test-deep`."""

from __future__ import annotations

from os import environ

DEEP = bool(environ.get("PLANC_DEEP"))
EXAMPLES = 2000 if DEEP else 200
