"""Where a value of the case stands: in the file itself, or in what a style overrides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from docgen.case.fields import title_at
from docgen.case.model import Facts
from docgen.case.text import visible
from docgen.findings import Place

if TYPE_CHECKING:
    from pathlib import Path

Step = str | int


class Placing(Protocol):
    """What names the place of a value by the steps that lead to it, in whatever file it stands."""

    def place(self, *steps: Step) -> Place:
        """Return the place of a value."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Names the place of a value by the steps that lead to it.

    Attributes:
        file: The case file.
        style: The style whose overrides apply.
        patch: These overrides, {} for none.
        model: What the file holds.
    """

    file: Path
    style: str
    patch: dict[str, Any]
    model: Any = Facts

    def place(self, *steps: Step) -> Place:
        """Return the place of a value: file, JSON pointer (RFC 6901) and Chinese titles."""
        shown = [visible(step) if isinstance(step, str) else step for step in steps]
        prefix: tuple[Step, ...] = ("overrides", self.style) if self._is_overridden(steps) else ()
        return Place(
            file=str(self.file),
            pointer="".join(f"/{_escaped(step)}" for step in (*prefix, *shown)),
            title=title_at(*shown, model=self.model),
        )

    def _is_overridden(self, steps: tuple[Step, ...]) -> bool:
        value: Any = self.patch
        for step in steps:
            if not isinstance(value, dict):
                # A list or a plain value is overridden as a whole.
                return True
            if step not in value:
                return False
            value = value[step]
        return not isinstance(value, dict)


def _escaped(step: Step) -> str:
    return str(step).replace("~", "~0").replace("/", "~1")
