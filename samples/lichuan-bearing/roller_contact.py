"""Contact stress along a tilted roller of finite length, for figure 凸度应力.

The roller is cut into slices coupled by the half-space's influence coefficients, so that the rise
of stress at an edge shows, which independent slices would hide.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Profile = Callable[[NDArray[np.float64]], NDArray[np.float64]]

LENGTH, DIAMETER, RACEWAY_RADIUS = 60.0, 40.0, 600.0  # mm
LOAD = 80e3  # N on the roller
TILT_MINUTES = 1.2  # arc minutes between roller and raceway
MODULUS = 113e3  # MPa, equivalent modulus of steel on steel
HALF_WIDTH = 0.5  # mm, smooths the kernel over the width of the contact
SLICES = 61


def straight(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """直母线: no crown. ``x`` and the drop are in mm."""
    return np.zeros_like(x)


def arc(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """圆弧修形: straight over 50 mm, then a drop to 40 μm at each end."""
    drop: NDArray[np.float64] = 0.04 * (np.maximum(np.abs(x) - 25, 0) / 5) ** 2
    return drop


def logarithmic(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """对数凸度: Lundberg's profile, bounded at the ends (about 37 μm)."""
    return -0.012 * np.log(1 - 0.98 * (2 * x / LENGTH) ** 2)


def line_contact(crown: Profile) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the slices' positions in mm and the greatest contact stress of each in MPa."""
    width = LENGTH / SLICES
    end = (LENGTH - width) / 2
    x = np.linspace(-end, end, SLICES, dtype=np.float64)
    apart = x[:, None] - x[None, :]
    influence = (
        np.arcsinh((apart + width / 2) / HALF_WIDTH) - np.arcsinh((apart - width / 2) / HALF_WIDTH)
    ) / (np.pi * MODULUS)
    approach = math.radians(TILT_MINUTES / 60) * x - crown(x)
    touching = np.ones(SLICES, dtype=bool)
    # Slices that would have to pull are let go until none is left: the contact zone.
    while True:
        count = int(touching.sum())
        system = np.zeros((count + 1, count + 1))
        system[:count, :count] = influence[np.ix_(touching, touching)]
        system[:count, count] = -1
        system[count, :count] = width
        solution = np.linalg.solve(system, np.append(approach[touching], LOAD))
        line_load = np.zeros(SLICES)
        line_load[touching] = solution[:count]
        if (line_load >= 0).all():
            curvature = 2 / DIAMETER - 1 / RACEWAY_RADIUS
            return x, 190.0 * np.sqrt(line_load * curvature)
        touching &= line_load > 0
