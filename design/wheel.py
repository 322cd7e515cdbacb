"""What a wheel holds beside the code: Designsystemet, without which there is no wheel; a checkout does without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DesignSystem(BuildHookInterface[Any]):
    """Puts `assets/` in the wheel. Raises FileNotFoundError when `make design` has not made it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folder to what a wheel that is to be given away is made of."""
        if version == "editable":
            return
        made = Path(self.root) / "assets"
        if not (made / "designsystemet.css").is_file():
            raise FileNotFoundError("assets/designsystemet.css is missing: run `make design`, which needs Node 20")
        build_data["force_include"][str(made)] = "plancompiler/_data/assets"
