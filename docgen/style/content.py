"""What an issuer wants to read (内容): the experience's name, the sections and their limits."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from docgen.style.base import Flag, Number, Spec

#: How far from “左右” a text may be: beyond the first a warning, beyond the second an error.
_NEAR, _FAR = 0.2, 0.5


class Limit(Spec):
    """A limit on length (字数限制), in 字 by Word's count.

    Attributes:
        max: At most so many (以内).
        min: At least so many (不少于), counted in Han characters.
        about: Roughly so many (左右); excludes the others.
    """

    max: Number | None = Field(None, ge=1)
    min: Number | None = Field(None, ge=1)
    about: Number | None = Field(None, ge=1)

    @model_validator(mode="after")
    def _is_one_kind(self) -> Self:
        if self.about is not None and (self.max is not None or self.min is not None):
            raise ValueError("about 不能与 max、min 同写")
        if self.max is None and self.min is None and self.about is None:
            raise ValueError("没有写明 max、min 或 about")
        if self.max is not None and self.min is not None and self.min > self.max:
            raise ValueError("min 大于 max")
        return self

    @property
    def kind(self) -> str:
        """The key that it is stated by: ``about``, ``max``, or ``min`` alone."""
        if self.about is not None:
            return "about"
        return "min" if self.max is None else "max"

    @property
    def most(self) -> int | None:
        """More than this is an error."""
        return self.max if self.about is None else round(self.about * (1 + _FAR))

    @property
    def least(self) -> int | None:
        """Less than this is an error."""
        return self.min if self.about is None else round(self.about * (1 - _FAR))

    @property
    def ample(self) -> int | None:
        """More than this is a warning; None where there is an error only."""
        return None if self.about is None else round(self.about * (1 + _NEAR))

    @property
    def scant(self) -> int | None:
        """Less than this is a warning; None where there is an error only."""
        return None if self.about is None else round(self.about * (1 - _NEAR))

    @property
    def printed(self) -> str:
        """The limit in words, e.g. 500 字以内."""
        if self.about is not None:
            return f"{self.about} 字左右"
        if self.min is None:
            return f"{self.max} 字以内"
        return f"不少于 {self.min} 字" if self.max is None else f"{self.min}—{self.max} 字"


class NameRule(Spec):
    """The rule for the experience's name (标杆名称): limit, pattern, words it must not have."""

    limit: Limit | None = None
    pattern: str = ""
    starts_with_company: Flag = False
    ends_with: str = ""
    forbidden: tuple[str, ...] = ()


class SectionSpec(Spec):
    """A section of the narrative (总结材料的一部分).

    Attributes:
        title: Its heading as printed.
        source: The case's neutral key: abstract, overview, background, method, implementation,
            features, results, lessons, outlook; "" for a heading alone.
        field: A case field printed as its text, e.g. ``experience.name``, instead of a source.
        level: Level of its heading, 1 or 2.
        limit: Its limit of length, or None.
        numbered: Whether the heading is a numbered one; 摘要 is not.
        contains: What the notice wants it to say, for the writer of the text.
    """

    title: str
    source: str = ""
    field: str = ""
    level: Number = Field(1, ge=1, le=2)
    limit: Limit | None = None
    numbered: Flag = True
    contains: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of its text and of its title; none of its own where its heading is numbered."""
        return () if self.numbered else (self.source, f"{self.source}-title")
