"""The three diagrams of the 砺川 case: the house, the road map and the closed loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.patches import Circle, FancyArrowPatch, Polygon, Rectangle

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, DARK, MID, LIGHT, PALE = "#1a1a1a", "#4d4d4d", "#8c8c8c", "#cfcfcf", "#efefef"
ACCENT = "#1f4e79"

PILLARS = (
    "零缺陷\n设计",
    "零不良\n来料",
    "零失控\n过程",
    "零停机\n设备",
    "零差错\n检测",
    "零浪费\n物流",
    "零事故\n作业",
    "零抱怨\n服务",
)
TOOLS = (
    "DFMEA\n可靠性\n试验",
    "供方分级\n驻厂共检\n来料探伤",
    "PFMEA\nSPC\nDOE",
    "TPM\n自主保全\n预测维护",
    "MSA\n防错\n红件验证",
    "价值流图\n拉动配送\n一环一托",
    "风险分级\n作业防错\n安全联锁",
    "8D\n在线监测\n客户回访",
)
LEADERS = "总经理领导的质量委员会　·　八个专项组　·　124个班组质量角"
STAGES = (
    (
        "试点",
        "2018.03—2019.05",
        "套圈磨加工车间\n42台机床、138人",
        "岗位质量卡\n操作者停线权\n不良品红台",
        "百件返工数\n6.8件→3.1件\n（目标≤3.5件）",
    ),
    (
        "展开",
        "2019.06—2020.06",
        "5个车间、11个部门\n612个岗位",
        "三级组织\n指标到岗位\nMSA先于SPC",
        "质量卡覆盖100%\nGRR>30%的\n量具清零",
    ),
    (
        "数字化",
        "2020.07—2021.12",
        "锻造至装配\n全部套圈",
        "一环一码\n58项在线SPC\n设备预警",
        "自动采集率≥85%\n正反向追溯\n≤10分钟",
    ),
    (
        "延伸",
        "2022.01起",
        "54家供方\n重点客户",
        "供方共享SPC\n电子寿命档案\n推进手册",
        "A、B级供方采购\n份额≥90%\n参与率≥90%",
    ),
)
STEPS = (
    ("定标", "指标到岗\n一页质量卡"),
    ("识险", "FMEA与\n变化点识别"),
    ("防错", "装置验证\n参数锁定"),
    ("自控", "首件、SPC\n操作者自检"),
    ("亮错", "安灯报警\n主动报告免责"),
    ("止损", "停线、圈定\n2小时内遏制"),
    ("根治", "分层、DOE\n72小时定措施"),
    ("共享", "改卡、横展\n30天内完成"),
)


def framework(figure: Figure) -> None:
    """Draw the system as a house: aim, eight pillars, the staff's closed loop, foundations."""
    axes = canvas(figure)
    axes.add_patch(
        Polygon([(50, 65.4), (0.6, 50.8), (99.4, 50.8)], facecolor=ACCENT, edgecolor=INK)
    )
    label(axes, (50, 57.4), "顾客信赖、装备可靠、企业增效", size=9, color="white")
    label(axes, (50, 53.3), "零放过　·　零重犯　·　零虚设", size=9, color="white")
    box(axes, (0.6, 40.2, 98.8, 9.4), "", PALE)
    label(axes, (50, 47.2), "全员参与的八步闭环", size=9, color=ACCENT)
    for index, (name, _) in enumerate(STEPS):
        x = 8.6 + index * 11.83
        label(axes, (x, 42.9), name, size=9)
        if index:
            arrow(axes, (x - 8.4, 42.9), (x - 3.4, 42.9))
    width, gap = 11.4, 1.0857
    for index, (name, tools) in enumerate(zip(PILLARS, TOOLS, strict=True)):
        left = 0.6 + index * (width + gap)
        box(axes, (left, 16.6, width, 22.4), "", "white")
        label(axes, (left + width / 2, 34.2), name, size=9)
        axes.plot([left + 1.4, left + width - 1.4], [28.9, 28.9], color=MID, linewidth=0.7)
        label(axes, (left + width / 2, 22.8), tools, size=8, color=DARK)
    bases = (
        "标准\n21项管理标准、612份质量卡",
        "能力\n分级培训、积分激励",
        "平台\n一环一码、47个数据项",
    )
    for left, wide, text in zip((0.6, 38.4, 68.2), (36.6, 28.6, 31.2), bases, strict=True):
        box(axes, (left, 7.0, wide, 8.4), text, LIGHT, 8.5)
    box(axes, (0.6, 0.6, 98.8, 5.2), "", DARK)
    label(axes, (50, 3.2), LEADERS, size=8.5, color="white")


def roadmap(figure: Figure) -> None:
    """Draw four stages with scope, main work and the conditions of acceptance."""
    axes = canvas(figure)
    rows = (("范围", 35.4, 8.0), ("重点", 21.8, 12.4), ("验收", 8.2, 12.4))
    for name, bottom, height in rows:
        box(axes, (0.6, bottom, 5.0, height), f"{name[0]}\n{name[1]}", LIGHT)
    for index, (name, period, *cells) in enumerate(STAGES):
        left = 6.6 + index * 23.3
        tip, tail = left + 22.8, left + (0 if index == 0 else 1.6)
        axes.add_patch(
            Polygon(
                [
                    (left, 54.8),
                    (tip - 1.6, 54.8),
                    (tip, 49.7),
                    (tip - 1.6, 44.6),
                    (left, 44.6),
                    (tail, 49.7),
                ],
                facecolor=("#7a7a7a", "#626262", DARK, ACCENT)[index],
                edgecolor=INK,
                linewidth=0.8,
            )
        )
        middle = (tail + tip - 1.6) / 2
        label(axes, (middle, 51.7), name, size=9, color="white")
        label(axes, (middle, 47.7), period, size=8, color="white")
        for (_, bottom, height), text in zip(rows, cells, strict=True):
            box(axes, (left, bottom, 22.2, height), text, "white", size=8)
    arrow(axes, (6.6, 5.4), (98.7, 5.4), color=ACCENT, width=1.4)
    label(axes, (52.8, 2.4), "前一阶段验收不合格，后一阶段不得启动", size=8.5, color=ACCENT)


def closed_loop(figure: Figure) -> None:
    """Draw the eight steps as a ring: prevention on the right, response on the left."""
    axes = canvas(figure)
    centre, radius = np.array([50.0, axes.get_ylim()[1] / 2]), 23.4
    angles = np.deg2rad(67.5 - 45 * np.arange(8))
    for index, (angle, (name, detail)) in enumerate(zip(angles, STEPS, strict=True)):
        outward = np.array([np.cos(angle), np.sin(angle)])
        x, y = centre + radius * outward
        fill = "white" if index < 4 else ACCENT
        axes.add_patch(Circle((x, y), 5.7, facecolor=fill, edgecolor=INK, linewidth=1.0))
        label(axes, (x, y), f"{index + 1}\n{name}", color=INK if fill == "white" else "white")
        side = 1 if outward[0] > 0 else -1
        axes.text(
            x + side * 7.2,
            y,
            detail,
            va="center",
            fontsize=8.5,
            ha="left" if side > 0 else "right",
            linespacing=1.3,
        )
        start, end = (
            (float(centre[0] + radius * np.cos(a)), float(centre[1] + radius * np.sin(a)))
            for a in (angle - np.deg2rad(15.5), angle - np.deg2rad(29.5))
        )
        arrow(axes, start, end, color=DARK, width=1.2)
    middle = float(centre[1])
    axes.plot([50, 50], [middle - 10, middle + 10], color=MID, linewidth=0.8, linestyle=(0, (4, 3)))
    label(axes, (41.0, middle), "面向问题\n专项组响应", size=8.5, color=ACCENT)
    label(axes, (59.0, middle), "面向预防\n班组日常", size=8.5)


def canvas(figure: Figure) -> Axes:
    """Return empty axes over the whole figure, in units of one hundredth of the width."""
    figure.set_layout_engine("none")
    axes = figure.add_axes((0, 0, 1, 1))
    width, height = figure.get_size_inches()
    axes.set(xlim=(0, 100), ylim=(0, 100 * height / width))
    axes.axis("off")
    return axes


def box(
    axes: Axes, area: tuple[float, float, float, float], text: str, fill: str, size: float = 9
) -> None:
    """Draw a rectangle (left, bottom, width, height) with its text in the middle."""
    left, bottom, width, height = area
    axes.add_patch(
        Rectangle((left, bottom), width, height, facecolor=fill, edgecolor=INK, linewidth=0.8)
    )
    label(axes, (left + width / 2, bottom + height / 2), text, size=size)


def label(
    axes: Axes, at: tuple[float, float], text: str, *, size: float = 9, color: str = INK
) -> None:
    """Write centred text."""
    axes.text(*at, text, ha="center", va="center", fontsize=size, color=color, linespacing=1.3)


def arrow(
    axes: Axes,
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    color: str = DARK,
    width: float = 1.0,
) -> None:
    """Draw a straight arrow with a filled head."""
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=9,
            linewidth=width,
            color=color,
            shrinkA=0,
            shrinkB=0,
        )
    )
