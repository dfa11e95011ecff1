"""Draw the nine figures of the 衡澜 case into 图/ (PNG, 300 dpi).

Each is drawn at the width it is printed at, the share of the text measure given as ``width=`` in
the Markdown, so that its type prints at the size set here, 8 to 9 pt.

Run ``python figures.py`` where matplotlib is installed. The faces come from the project's own
fonts folder, and nothing is random or dated, so the same code gives the same bytes.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from statistics import NormalDist
from typing import TYPE_CHECKING

import matplotlib as mpl
import numpy as np

mpl.use("Agg")

from diagrams import (
    ACCENT,
    DARK,
    INK,
    LIGHT,
    MID,
    PALE,
    closed_loop,
    file_structure,
    roadmap,
    three_loops,
)
from matplotlib import font_manager
from matplotlib import pyplot as plt
from PIL import Image

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

HERE = Path(__file__).resolve().parent
FONT = HERE.parents[1] / "fonts" / "DocgenHei-Regular.otf"
OUT = HERE / "图"

MEASURE_CM, DPI = 14.82, 300  # width of the text on the printed page

LOSSES = (  # 2018 quality losses, 万元
    ("铸件缺陷", 331.6),
    ("轴承与间隙", 268.4),
    ("套体焊接与泄漏", 197.3),
    ("装配与清洁度", 142.7),
    ("试验重做", 96.5),
    ("选型与图样差错", 63.8),
    ("其他", 47.9),
)
# Bore of the graphite bearing after fine boring, March 2022: deviation of 25 subgroup means, μm.
BORES = (0.4, -1.1, 0.9, 1.5, -0.6, 0.2, -1.4, 0.7, -0.3, 1.2, -1.5, -0.8, -1.2,
         -0.4, 0.5, 1.3, 2.2, 3.1, -0.7, 0.3, -1.2, 0.8, 1.1, -0.5, 0.1)  # fmt: skip
RUN = range(13, 19)  # the subgroups that rise one after another
BORE_LIMIT = 4.2  # three standard errors of a mean, μm
CLEARANCE = (0.06, 0.10)  # required radial clearance, mm
CLEARANCES = (("2019年", 0.0838, 0.00587), ("2022年", 0.0803, 0.00389))  # mean, deviation, mm
PUMPS = 200
YEARS = ("2018年", "2019年", "2020年", "2021年", "2022年")
LOSS_RATES = (2.68, 2.31, 1.74, 1.25, 0.86)  # %
PASSED = (90.2, 91.8, 94.1, 96.3, 97.8)  # factory tests passed the first time, %
LIVES = (  # mean time between failures, h
    ("衡澜2020年", 21600),
    ("衡澜2021年", 25300),
    ("衡澜2022年", 29800),
    ("澄江屏泵2022年", 24200),
    ("标杆久濑2022年", 32000),
)


def main() -> None:
    """Draw every figure and write it below 图/."""
    font_manager.fontManager.addfont(FONT)
    plt.rcParams.update(
        {
            "font.family": font_manager.FontProperties(fname=FONT).get_name(),
            "font.size": 8.5,
            "axes.labelsize": 8.5,
            "xtick.labelsize": 8,
            "ytick.labelsize": 8,
            "legend.fontsize": 8.5,
            "axes.linewidth": 0.8,
            "axes.edgecolor": INK,
            "text.color": INK,
        }
    )
    OUT.mkdir(exist_ok=True)
    for name, draw, percent, height_cm in (
        ("损失排列图", pareto, 80, 5.6),
        ("三环", three_loops, 85, 7.8),
        ("推进路线图", roadmap, 85, 7.0),
        ("档案结构", file_structure, 85, 7.5),
        ("判读控制图", control_chart, 85, 5.4),
        ("闭环流程", closed_loop, 85, 5.6),
        ("间隙能力", capability, 80, 5.2),
        ("质量趋势", trend, 75, 5.1),
        ("寿命对比", lives, 75, 4.4),
    ):
        size = (MEASURE_CM * percent / 100 / 2.54, height_cm / 2.54)
        figure = plt.figure(figsize=size, layout="constrained")
        draw(figure)
        save(figure, OUT / f"{name}.png")


def save(figure: Figure, path: Path) -> None:
    """Write a picture with a palette of 64 colours, a third of the size of true colour."""
    raw = BytesIO()
    # The default Software entry would tie the bytes to the version of matplotlib.
    figure.savefig(raw, dpi=DPI, metadata={"Software": None})
    plt.close(figure)
    picture = Image.open(raw).convert("RGB")
    picture.quantize(64, dither=Image.Dither.NONE).save(path, dpi=(DPI, DPI), optimize=True)


def pareto(figure: Figure) -> None:
    """Draw losses by cause from the greatest down, with their shares (排列图)."""
    axes = figure.subplots()
    names = [name for name, _ in LOSSES]
    values = np.array([value for _, value in LOSSES])
    share = values.cumsum() / values.sum() * 100
    at = np.arange(len(values))
    axes.barh(at, values, height=0.66, color=[ACCENT] * 4 + [LIGHT] * 3, edgecolor=INK,
              linewidth=0.6)  # fmt: skip
    for y, (value, percent) in enumerate(zip(values, share, strict=True)):
        axes.text(value + 6, y, f"{value:.1f}", va="center", fontsize=8)
        axes.text(432, y, f"{percent:.1f}%", va="center", ha="right", fontsize=8)
    axes.text(432, -0.85, "累计", ha="right", va="center", fontsize=8)
    axes.hlines(3.5, 0, 432, color=MID, linewidth=0.8, linestyle=(0, (5, 3)))
    axes.set_yticks(at, names)
    axes.set_ylim(6.6, -1.3)
    axes.set_xlim(0, 435)
    axes.set_xlabel("质量损失/万元")
    axes.tick_params(axis="y", length=0)
    plain(axes)


def control_chart(figure: Figure) -> None:
    """Draw a Shewhart chart for means with its zones, six points rising one after another."""
    axes = figure.subplots()
    at = np.arange(1, len(BORES) + 1)
    sigma = BORE_LIMIT / 3
    for zone, fill in ((2, "#e4e4e4"), (1, PALE)):
        for sign in (1, -1):
            edges = sorted((sign * zone * sigma, sign * (zone + 1) * sigma))
            axes.axhspan(*edges, xmax=27.5 / 31, color=fill, linewidth=0)
    axes.plot(at, BORES, color=INK, marker="o", markersize=3.6, linewidth=1.0)
    run = [BORES[index - 1] for index in RUN]
    axes.plot(list(RUN), run, color="#b3401f", marker="o", markersize=5, linewidth=1.6)
    for name, height, color in (
        ("UCL=4.2", BORE_LIMIT, ACCENT),
        ("CL=0", 0.0, DARK),
        ("LCL=−4.2", -BORE_LIMIT, ACCENT),
    ):
        dashes = "-" if height == 0 else (0, (5, 3))
        axes.hlines(height, -2, 25.5, color=color, linewidth=1.0, linestyle=dashes)
        axes.text(25.8, height, name, va="center", color=color, fontsize=8)
    for name, zone in (("A区", 2.5), ("B区", 1.5), ("C区", 0.5)):
        axes.text(-1.7, zone * sigma, name, va="center", fontsize=8, color=DARK)
    axes.text(12.4, 3.45, "连续六点递增：预警", ha="right", va="center", color="#b3401f")
    axes.plot([12.6, 17.6], [3.45, 3.2], color="#b3401f", linewidth=0.7)
    axes.annotate(
        "换刀",
        (18.9, -0.9),
        (18.9, -2.9),
        ha="center",
        va="center",
        arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.7},
    )
    axes.set_ylim(-5.2, 5.2)
    axes.set_xlim(-2, 29)
    axes.set_xticks([1, 5, 10, 15, 20, 25])
    axes.set_ylabel("内孔偏差均值/μm")
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:.0f}".replace("-", "−"))
    axes.set_xlabel("子组号（n=5）")
    plain(axes)


def capability(figure: Figure) -> None:
    """Draw the clearance of 200 pumps before and after, with the limits and the indices (Cpk)."""
    axes = figure.subplots()
    edges = np.arange(0.062, 0.1061, 0.002)
    centres = (edges[:-1] + edges[1:]) / 2
    for side, (name, mean, deviation) in enumerate(CLEARANCES):
        normal = NormalDist(mean, deviation)
        # The quantiles of the normal distribution stand for the pumps: nothing is drawn by lot.
        sample = [normal.inv_cdf((index + 0.5) / PUMPS) for index in range(PUMPS)]
        kept = [value for value in sample if CLEARANCE[0] <= value <= CLEARANCE[1]]
        counts, _ = np.histogram(kept, edges)
        index = min(mean - CLEARANCE[0], CLEARANCE[1] - mean) / (3 * deviation)
        axes.bar(
            centres + (-0.0004, 0.0004)[side],
            counts,
            width=0.0008,
            color=(LIGHT, ACCENT)[side],
            edgecolor=INK,
            linewidth=0.6,
            label=f"{name}，Cpk={index:.2f}",
        )
    for limit, name in zip(CLEARANCE, ("下限", "上限"), strict=True):
        axes.axvline(limit, color="#b3401f", linewidth=1.2, linestyle=(0, (5, 3)))
        axes.text(limit, 46.5, f"{name}{limit:.2f}", ha="center", va="bottom", color="#b3401f",
                  fontsize=8)  # fmt: skip
    axes.set_xlim(0.057, 0.103)
    axes.set_ylim(0, 46)
    axes.set_xticks([0.06, 0.07, 0.08, 0.09, 0.10])
    axes.xaxis.set_major_formatter("{x:.2f}")
    axes.set_xlabel("径向间隙/mm")
    axes.set_ylabel("台数")
    figure.legend(loc="outside upper center", ncols=2, frameon=False)
    plain(axes)


def trend(figure: Figure) -> None:
    """Draw the loss rate as bars and first-time passes as a line, 2018 to 2022."""
    axes = figure.subplots()
    axes.bar(
        YEARS,
        LOSS_RATES,
        width=0.5,
        color=LIGHT,
        edgecolor=INK,
        linewidth=0.7,
        label="质量损失率（左轴）",
    )
    for x, value in enumerate(LOSS_RATES):
        axes.text(x, value + 0.1, f"{value:.2f}", ha="center", fontsize=8)
    axes.set_ylim(0, 6.4)
    axes.set_ylabel("质量损失率/%")
    right = axes.twinx()
    right.plot(
        YEARS,
        PASSED,
        color=ACCENT,
        marker="s",
        markersize=4.5,
        linewidth=1.6,
        label="出厂试验一次合格率（右轴）",
    )
    for x, value in enumerate(PASSED):
        right.text(x, value + 1.2, f"{value:.1f}", ha="center", color=ACCENT, fontsize=8)
    right.set_ylim(75, 102)
    right.set_yticks([75, 80, 85, 90, 95, 100])
    right.set_ylabel("一次合格率/%")
    handles = [*axes.get_legend_handles_labels()[0], *right.get_legend_handles_labels()[0]]
    names = [*axes.get_legend_handles_labels()[1], *right.get_legend_handles_labels()[1]]
    figure.legend(handles, names, loc="outside upper center", ncols=2, frameon=False)
    axes.spines["top"].set_visible(False)
    right.spines["top"].set_visible(False)


def lives(figure: Figure) -> None:
    """Draw the pumps' mean time between failures beside a rival's and the benchmark's."""
    axes = figure.subplots()
    names = [name for name, _ in LIVES]
    values = [value for _, value in LIVES]
    at = [0.0, 1.0, 2.0, 3.4, 4.4]
    axes.barh(at, values, height=0.68, color=[ACCENT] * 3 + [LIGHT, MID], edgecolor=INK,
              linewidth=0.6)  # fmt: skip
    for y, value in zip(at, values, strict=True):
        axes.text(value + 400, y, f"{value:,}", va="center", fontsize=8)
    axes.set_yticks(at, names)
    axes.invert_yaxis()
    axes.set_xlim(0, 36000)
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.set_xlabel("平均无故障工作时间/h")
    axes.tick_params(axis="y", length=0)
    plain(axes)


def plain(axes: Axes) -> None:
    """Leave only the left and lower spine."""
    axes.spines[["top", "right"]].set_visible(False)


if __name__ == "__main__":
    main()
