"""Draw the seven figures of the 砺川 case into 图/ (PNG, 300 dpi).

Each is drawn at the width it is printed at, the share of the text measure given as ``width=`` in
the Markdown, so that its type prints at the size set here, 8 to 9 pt.

Run ``python figures.py`` where matplotlib is installed. The faces come from the project's own
fonts folder, and nothing is random or dated, so the same code gives the same bytes.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl
import numpy as np

mpl.use("Agg")

from diagrams import ACCENT, DARK, INK, LIGHT, MID, closed_loop, framework, roadmap
from matplotlib import font_manager
from matplotlib import pyplot as plt
from PIL import Image
from roller_contact import arc, line_contact, logarithmic, straight

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

HERE = Path(__file__).resolve().parent
FONT = HERE.parents[1] / "fonts" / "DocgenHei-Regular.otf"
OUT = HERE / "图"

MEASURE_CM, DPI = 14.82, 300  # width of the text on the printed page

LOSSES = (  # 2017 quality losses, 万元
    ("磨削烧伤\n与裂纹", 357.6),
    ("热处理\n变形与\n硬度不均", 251.8),
    ("来料夹杂\n与锻造\n缺陷", 187.5),
    ("尺寸与\n形位超差", 143.2),
    ("装配检测\n差错", 98.7),
    ("锈蚀磕碰", 78.4),
    ("其他", 63.2),
)
# Raceway-diameter deviation of one grinder, June 2022: 25 subgroups of five rings, μm.
MEANS = (1.6, -0.8, 2.4, 0.3, 3.1, 1.9, -1.5, 0.9, 2.8, 0.2, -0.4, 1.7, 3.6,
         0.5, -1.9, 2.2, 3.4, 6.9, 0.8, 1.4, -0.6, 2.0, -1.1, 1.2, 0.4)  # fmt: skip
RANGES = (7.2, 9.8, 11.4, 6.1, 8.9, 12.6, 7.7, 10.3, 5.4, 9.1, 8.2, 13.8, 6.9,
          10.7, 7.5, 4.8, 9.6, 11.9, 8.4, 6.6, 10.1, 7.9, 9.3, 5.8, 8.8)  # fmt: skip
MEAN_LINE, RANGE_LINE = 1.0, 8.6  # from the 100 subgroups before, μm
A2, D4 = 0.577, 2.114  # Shewhart factors for subgroups of five, GB/T 17989.2
YEARS = ("2018年", "2019年", "2020年", "2021年", "2022年")
LOSS_RATES = (2.15, 1.86, 1.52, 1.12, 0.78)  # %
YIELDS = (93.7, 95.2, 96.4, 97.8, 98.9)  # first-pass yield, %


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
        ("损失排列图", pareto, 85, 6.2),
        ("体系框架", framework, 85, 8.3),
        ("推进路线图", roadmap, 85, 7.0),
        ("凸度应力", contact_stress, 75, 5.25),
        ("控制图", control_chart, 80, 6.8),
        ("八步闭环", closed_loop, 75, 6.2),
        ("质量趋势", trend, 75, 5.1),
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
    """Draw losses by cause, with the cumulative share (排列图)."""
    axes = figure.subplots()
    values = np.array([value for _, value in LOSSES])
    share = values.cumsum() / values.sum() * 100
    at = np.arange(len(values))
    axes.bar(at, values, width=0.72, color=[DARK] * 4 + [LIGHT] * 3, edgecolor=INK, linewidth=0.6)
    for x, value in enumerate(values):
        inside = x == 0  # the cumulative line starts on top of the first bar
        axes.text(
            x,
            value - 16 if inside else value + 12,
            f"{value:.1f}",
            ha="center",
            va="top" if inside else "bottom",
            color="white" if inside else INK,
            fontsize=8,
        )
    axes.set_xticks(at, [label for label, _ in LOSSES])
    axes.set_ylabel("质量损失/万元")
    axes.yaxis.set_major_formatter("{x:,.0f}")
    right = axes.twinx()
    right.plot(at, share, color=ACCENT, marker="o", markersize=4, linewidth=1.4)
    for x, percent in enumerate(share):
        right.text(x - 0.08, percent + 2.5, f"{percent:.1f}", ha="right", color=ACCENT, fontsize=8)
    right.axhline(80, color=MID, linewidth=0.8, linestyle=(0, (5, 3)))
    # One scale for both axes: the total loss stands level with 100 %.
    right.set_ylim(0, 106)
    axes.set_ylim(0, values.sum() * 1.06)
    right.set_ylabel("累计百分比/%")
    axes.spines["top"].set_visible(False)
    right.spines["top"].set_visible(False)


def contact_stress(figure: Figure) -> None:
    """Draw the contact stress along a tilted roller for three generator lines (滚子母线)."""
    axes = figure.subplots()
    for name, crown, style, color in (
        ("直母线", straight, (0, (2, 1.5)), "#6b6b6b"),
        ("圆弧修形", arc, (0, (6, 2)), INK),
        ("对数凸度", logarithmic, "-", ACCENT),
    ):
        x, stress = line_contact(crown)
        axes.plot(x, stress, linestyle=style, color=color, linewidth=1.6, label=name)
        peak = int(stress.argmax())
        axes.plot(x[peak], stress[peak], "o", color=color, markersize=4)
        beside = {"直母线": (-1.2, -40), "圆弧修形": (-1.2, 30), "对数凸度": (-1, 60)}[name]
        axes.text(
            x[peak] + beside[0],
            stress[peak] + beside[1],
            f"{stress[peak]:,.0f}",
            ha="right",
            color=color,
            fontsize=8,
        )
    axes.set_xlim(-31, 31)
    axes.set_ylim(0, 3000)
    axes.set_xlabel("滚子轴向位置/mm（右侧为大端）")
    axes.set_ylabel("最大接触应力/MPa")
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.legend(loc="lower center", frameon=False, ncols=3, handlelength=3, handletextpad=0.6)
    plain(axes)


def control_chart(figure: Figure) -> None:
    """Draw a Shewhart chart for means and ranges (均值-极差图), one point beyond the limit."""
    upper, lower = figure.subplots(2, sharex=True, height_ratios=(1.25, 1))
    at = np.arange(1, len(MEANS) + 1)
    for axes, points, centre, limits in (
        (upper, MEANS, MEAN_LINE, (MEAN_LINE + A2 * RANGE_LINE, MEAN_LINE - A2 * RANGE_LINE)),
        (lower, RANGES, RANGE_LINE, (D4 * RANGE_LINE,)),
    ):
        axes.plot(at, points, color=INK, marker="o", markersize=3.4, linewidth=1.0)
        axes.hlines(centre, 0, 25.4, color=DARK, linewidth=0.9)
        axes.text(25.7, centre, f"CL={centre:.1f}", va="center", fontsize=8)
        for name, limit in zip(("UCL", "LCL"), limits, strict=False):
            axes.hlines(limit, 0, 25.4, color=ACCENT, linewidth=1.0, linestyle=(0, (5, 3)))
            axes.text(
                25.7,
                limit,
                f"{name}={limit:.1f}".replace("-", "−"),
                va="center",
                color=ACCENT,
                fontsize=8,
            )
        plain(axes)
    upper.plot(18, MEANS[17], "o", markersize=8, markerfacecolor="none", markeredgecolor=ACCENT)
    upper.annotate(
        "滤网堵塞，停机22分钟",
        (17.6, MEANS[17]),
        (7.6, 8.0),
        fontsize=8.5,
        va="center",
        arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.7},
    )
    upper.set_ylim(-5.6, 9.6)
    lower.set_ylim(0, 21)
    upper.set_ylabel("子组均值/μm")
    lower.set_ylabel("子组极差/μm")
    lower.set_xlabel("子组号（n=5）")
    lower.set_xlim(0, 29)
    lower.set_xticks([1, 5, 10, 15, 20, 25])


def trend(figure: Figure) -> None:
    """Draw the loss rate as bars and first-pass yield as a line, 2018 to 2022."""
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
    axes.set_ylim(0, 5)
    axes.set_ylabel("质量损失率/%")
    right = axes.twinx()
    right.plot(
        YEARS,
        YIELDS,
        color=ACCENT,
        marker="s",
        markersize=4.5,
        linewidth=1.6,
        label="一次交检合格率（右轴）",
    )
    for x, value in enumerate(YIELDS):
        right.text(x, value + 0.9, f"{value:.1f}", ha="center", color=ACCENT, fontsize=8)
    right.set_ylim(80, 103)
    right.set_yticks([80, 85, 90, 95, 100])
    right.set_ylabel("一次交检合格率/%")
    handles = [*axes.get_legend_handles_labels()[0], *right.get_legend_handles_labels()[0]]
    names = [*axes.get_legend_handles_labels()[1], *right.get_legend_handles_labels()[1]]
    figure.legend(handles, names, loc="outside upper center", ncols=2, frameon=False)
    axes.spines["top"].set_visible(False)
    right.spines["top"].set_visible(False)


def plain(axes: Axes) -> None:
    """Leave only the left and lower spine."""
    axes.spines[["top", "right"]].set_visible(False)


if __name__ == "__main__":
    main()
