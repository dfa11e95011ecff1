"""Where content may stand on a page, and how it gets there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on a portrait A4 page, in points from the page's bottom left corner.

    Attributes:
        left: Distance of the left edge from the page's.
        bottom: Distance of the bottom edge from the page's.
        width: Width, greater than 0.
        height: Height, greater than 0.
    """

    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """What is seen of a page: a rectangle of its user space and how that is held.

    Attributes:
        left: Smaller x.
        bottom: Smaller y.
        right: Greater x.
        top: Greater y.
        rotation: Clockwise turn before the page is looked at: 0, 90, 180 or 270.
        unit: Points in one unit of user space (UserUnit, ISO 32000-1 table 30).
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0
    unit: float = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points as the page is looked at."""
        width, height = (self.right - self.left) * self.unit, (self.top - self.bottom) * self.unit
        return (height, width) if self.rotation % 180 else (width, height)


#: The six numbers of a transformation, as the operator cm takes them.
Matrix = tuple[float, float, float, float, float, float]


def placement(box: Box, frame: Frame, *, largest: float, turn: bool) -> Matrix:
    """Return the transformation that puts a page into the middle of a frame, as large as may be.

    Args:
        box: What is seen of the page.
        frame: Where it goes.
        largest: The greatest enlargement; 1 keeps the size.
        turn: Whether a page wider than high is turned counter-clockwise, its top to the left
            (图的顶部朝左, GB/T 7713.1).
    """
    width, height = box.size
    rotation = box.rotation
    if turn and width > height:
        width, height, rotation = height, width, (rotation + 270) % 360
    scale = min(frame.width / width, frame.height / height, largest)
    x = frame.left + (frame.width - width * scale) / 2
    y = frame.bottom + (frame.height - height * scale) / 2
    a, b, c, d, e, f = _upright(box, rotation)
    k = scale * box.unit
    return (k * a, k * b, k * c, k * d, k * e + x, k * f + y)


def _upright(box: Box, rotation: int) -> Matrix:
    """Return what turns the box clockwise and puts its bottom left corner into the origin."""
    return {
        0: (1, 0, 0, 1, -box.left, -box.bottom),
        90: (0, -1, 1, 0, -box.bottom, box.right),
        180: (-1, 0, 0, -1, box.right, box.top),
        270: (0, 1, -1, 0, box.top, -box.left),
    }[rotation]
