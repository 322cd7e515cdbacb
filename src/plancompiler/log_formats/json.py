"""One object for programs: every step with its changes as `planc diff --format json` has them, the newest first."""

from __future__ import annotations

import json
from collections.abc import Mapping

from plancompiler.diff_formats.json import change_record
from plancompiler.history import Step
from plancompiler.log_format import LogFormat, ShownHistory


def render(shown: ShownHistory) -> str:
    """Return the history as JSON, as `schema/log.schema.json` has it."""
    history = shown.history
    told = {
        "id": history.node.id,
        "steg": [_step(one) for one in history.steps],
        "kjent_fra": history.since or None,
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _step(one: Step) -> Mapping[str, object]:
    return {
        "dato": one.day,
        "nivå": one.level,
        "begrunnelse": " ".join(one.reasons) or None,
        "endringer": [change_record(change) for change in one.changes],
    }


LOG_FORMAT = LogFormat("json", render)
