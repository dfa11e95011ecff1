"""How many items the lists of a case have (专利、软著、标准、荣誉的件数), as forms ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Item = Mapping[str, Any]

_GRANTED = "授权"
#: What a company sets for itself is no published standard.
OWN_STANDARD = "企业"
_STANDARD_LEVELS = ("国际", "国家", "行业", "地方", "团体", OWN_STANDARD)


class Count(NamedTuple):
    """A number that a form asks for.

    Attributes:
        list: The list of the case whose items are counted.
        counts: Says of an item's fields whether it counts.
    """

    list: str
    counts: Callable[[Item], bool]

    def of(self, items: Iterable[Item]) -> int:
        """Return how many of a list's items count."""
        return sum(map(self.counts, items))


def _is_granted(item: Item) -> bool:
    return item.get("status") == _GRANTED


def _of_level(level: str) -> Callable[[Item], bool]:
    return lambda item: item.get("level") == level


#: Name of the number in templates, behind ``counts.`` → how it is counted.
COUNTS: Mapping[str, Count] = {
    # Every granted patent was applied for.
    "patents_applied": Count("patents", lambda item: True),
    "patents_granted": Count("patents", _is_granted),
    "inventions_granted": Count(
        "patents", lambda item: _is_granted(item) and item.get("kind") == "发明专利"
    ),
    "software_copyrights": Count("software_copyrights", lambda item: True),
    "standards_public": Count("standards", lambda item: item.get("level") != OWN_STANDARD),
    **{f"standards.{level}": Count("standards", _of_level(level)) for level in _STANDARD_LEVELS},
    # The form's list has those only that it counts.
    "honours": Count("honours", lambda item: True),
}
