"""What every part of a style pack is made of: strict, frozen, no key that is not a field."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, Strict


class Spec(BaseModel):
    """A table of a pack."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, allow_inf_nan=False
    )


Flag = Annotated[bool, Strict()]
Number = Annotated[int, Strict()]
#: At least one.
Texts = Annotated[tuple[str, ...], Field(min_length=1)]
