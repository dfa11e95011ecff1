"""The four diagrams of the 衡澜 case: the three loops, the file, the road map, the closed loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import FancyArrowPatch, Polygon, Rectangle

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, DARK, MID, LIGHT, PALE = "#1a1a1a", "#4d4d4d", "#8c8c8c", "#cfcfcf", "#efefef"
ACCENT, WASH = "#1f5f5b", "#dcebe9"

LOOPS = (
    ("工序环", "分钟", "零件特性\n逐件采集", "限值与统计\n规则", "班组当班\n调整、换刀"),
    ("产品环", "小时、天", "六卷汇总\n试验校验", "组合判据\n出厂放行", "车间、技术\n选配、攻关"),
    ("寿命环", "月", "在役振动\n温度、检修", "寿命关联\n剩余寿命", "公司、供方\n改设计、限值"),
)
VOLUMES = (  # name, items, of them collected automatically, what they hold
    ("设计卷", 14, 14, ("选型工况", "图样版本", "特性限值")),
    ("铸件卷", 22, 17, ("炉号成分", "浇注参数", "探伤结果")),
    ("加工卷", 31, 29, ("关键尺寸", "焊接参数", "动平衡")),
    ("装配卷", 24, 18, ("间隙窜动", "压装力", "清洁度")),
    ("试验卷", 18, 18, ("性能曲线", "振动温升", "氦检漏")),
    ("服务卷", 9, 4, ("安装记录", "在役监测", "检修报废")),
)
KEYS = ("图样版本号", "炉号", "零件序号", "泵号", "试验编号", "用户位号")
STAGES = (
    (
        "试点",
        "2019.04—2019.12",
        "CP系列屏蔽泵\n2,140台",
        "编码与118项\n缺项不转序\n浇注赋码",
        "查齐一台泵的\n数据≤1小时\n录入≤10分钟",
    ),
    (
        "贯通",
        "2020.01—2020.12",
        "三大类产品\n五个车间",
        "试验台联网\n测量系统分析\n整批读码",
        "建档率≥60%\n自动采集率\n≥70%",
    ),
    (
        "闭环",
        "2021.01—2021.12",
        "全部产品\n42个关键特性",
        "三级判读\n分级响应\n问题回写",
        "建档率100%\n重复发生率\n≤10%",
    ),
    (
        "协同",
        "2022.01起",
        "32家关键供方\n在役泵2,860台",
        "供方写卷\n用户续卷\n寿命关联",
        "接入供方占采购\n额≥70%\n预警属实≥85%",
    ),
)
STEPS = (
    ("信号", "预警、锁定\n自报、投诉"),
    ("定级", "四级\n自动派单"),
    ("遏制", "圈定到台\n隔离、停用"),
    ("查档", "六卷同屏\n3分钟查齐"),
    ("定因", "问题泵与\n正常泵比对"),
    ("纠正", "工艺、设计\n供方、防错"),
    ("验证", "连续30台\n或30天"),
    ("回写", "限值、规则\n工艺改版"),
)


def three_loops(figure: Figure) -> None:
    """Draw the three loops as rows, measuring, judging and correcting as columns."""
    axes = canvas(figure)
    columns = (17.0, 43.5, 70.0)
    for left, name in zip(columns, ("测", "判", "纠"), strict=True):
        box(axes, (left, 55.0, 20.4, 6.0), name, DARK, 10, "white")
    for row, (name, time, *cells) in enumerate(LOOPS):
        bottom = 41.6 - row * 13.6
        box(axes, (0.6, bottom, 13.4, 11.2), f"{name}\n{time}", ACCENT, 9, "white")
        for left, text in zip(columns, cells, strict=True):
            box(axes, (left, bottom, 20.4, 11.2), text, "white", 8.5)
        for left in columns[:2]:
            arrow(axes, (left + 20.6, bottom + 5.6), (left + 26.3, bottom + 5.6))
        arrow(axes, (columns[0] - 2.8, bottom + 5.6), (columns[0] - 0.2, bottom + 5.6))
        # What was corrected goes back to the file, on a line that the rows share.
        axes.plot([90.6, 93.8], [bottom + 5.6] * 2, color=ACCENT, linewidth=1.2)
        if row:
            arrow(axes, (7.3, bottom + 13.4), (7.3, bottom + 11.4), color=ACCENT, width=1.2)
    arrow(axes, (93.8, 47.2), (93.8, 7.2), color=ACCENT, width=1.2)
    label(axes, (97.2, 33.6), "\n".join("措施规则回写"), size=8.5)
    box(axes, (17.0, 1.0, 82.4, 6.0), "一泵一档：六卷118个数据项，泵身份码统一索引", WASH, 9)
    arrow(axes, (27.2, 7.2), (27.2, 14.2), color=ACCENT, width=1.2)
    label(axes, (7.3, 4.0), "内环未决\n升到外环", size=8.5)


def file_structure(figure: Figure) -> None:
    """Draw the pump's code, the six volumes with their items, and the keys that join them."""
    axes = canvas(figure)
    box(axes, (28, 51.6, 44, 7.0), "泵身份码（一泵一码，浇注时生成）", ACCENT, 9, "white")
    width, gap = 15.2, 1.52
    middles = [0.6 + width / 2 + index * (width + gap) for index in range(len(VOLUMES))]
    axes.plot([middles[0], middles[-1]], [47.6, 47.6], color=DARK, linewidth=1.0)
    axes.plot([50, 50], [51.6, 47.6], color=DARK, linewidth=1.0)
    for middle, (name, items, automatic, holds) in zip(middles, VOLUMES, strict=True):
        left = middle - width / 2
        arrow(axes, (middle, 47.6), (middle, 44.4))
        box(axes, (left, 37.4, width, 6.8), name, DARK, 9, "white")
        box(axes, (left, 21.2, width, 16.2), "\n".join(holds), "white", 8.5)
        box(axes, (left, 14.2, width, 7.0), "", PALE)
        # The bar of automatic items lies on that of all items, 31 the longest.
        long = (width - 2.0) / max(each[1] for each in VOLUMES)
        for share, fill in ((items, "white"), (automatic, ACCENT)):
            axes.add_patch(
                Rectangle(
                    (left + 1.0, 15.2), share * long, 1.7,
                    facecolor=fill, edgecolor=INK, linewidth=0.6,
                )
            )  # fmt: skip
        label(axes, (middle, 19.0), f"自动{automatic}/{items}", size=8)
    box(axes, (0.6, 6.6, 98.8, 5.6), "", LIGHT)
    for middle, key in zip(middles, KEYS, strict=True):
        label(axes, (middle, 9.4), key, size=8.5)
    label(
        axes, (50, 3.2), "合计118项，自动采集100项（84.7%）；任取一个编号，查到其余全部", size=8.5
    )


def roadmap(figure: Figure) -> None:
    """Draw the four steps with scope, main work and the conditions of acceptance."""
    axes = canvas(figure)
    rows = (("范围", 34.4, 8.4), ("重点", 20.6, 12.4), ("验收", 6.8, 12.4))
    for name, bottom, height in rows:
        box(axes, (0.6, bottom, 5.0, height), f"{name[0]}\n{name[1]}", LIGHT)
    for index, (name, period, *cells) in enumerate(STAGES):
        left = 6.6 + index * 23.3
        tip, tail = left + 22.8, left + (0 if index == 0 else 1.6)
        outline = [(left, 54.2), (tip - 1.6, 54.2), (tip, 49.1), (tip - 1.6, 44.0), (left, 44.0)]
        axes.add_patch(
            Polygon(
                [*outline, (tail, 49.1)],
                facecolor=("#7a7a7a", "#626262", DARK, ACCENT)[index],
                edgecolor=INK,
                linewidth=0.8,
            )
        )
        middle = (tail + tip - 1.6) / 2
        label(axes, (middle, 51.1), name, size=9, color="white")
        label(axes, (middle, 47.1), period, size=8, color="white")
        for (_, bottom, height), text in zip(rows, cells, strict=True):
            box(axes, (left, bottom, 22.2, height), text, "white", 8)
    label(axes, (52.8, 3.0), "上一步不验收，下一步不开工", size=8.5, color=ACCENT)


def closed_loop(figure: Figure) -> None:
    """Draw the eight links in two rows, the lower one running back, round the file."""
    axes = canvas(figure)
    width, step = 19.6, 26.4
    for index, (name, detail) in enumerate(STEPS):
        upper = index < 4
        left = 0.6 + (index if upper else 7 - index) * step
        bottom = 28.6 if upper else 1.0
        box(axes, (left, bottom + 8.4, width, 5.6), f"{index + 1}　{name}",
            DARK if upper else ACCENT, 9, "white")  # fmt: skip
        box(axes, (left, bottom, width, 8.4), detail, "white", 8)
        if index in {0, 1, 2}:
            arrow(axes, (left + width + 0.6, bottom + 7.0), (left + step - 0.6, bottom + 7.0))
        elif index in {4, 5, 6}:
            arrow(axes, (left - 0.6, bottom + 7.0), (left - step + width + 0.6, bottom + 7.0))
    right, first = 0.6 + 3 * step + width / 2, 0.6 + width / 2
    arrow(axes, (right, 28.0), (right, 15.6), width=1.2)
    arrow(axes, (first, 15.6), (first, 28.0), color=ACCENT, width=1.2)
    box(axes, (21.6, 18.6, 56.8, 6.4), "泵质量档案：每一环节都读档、都留痕", WASH, 9)
    label(axes, (9.3, 21.8), "新规则", size=8, color=ACCENT, fill="white")


def canvas(figure: Figure) -> Axes:
    """Return empty axes over the whole figure, in units of one hundredth of the width."""
    figure.set_layout_engine("none")
    axes = figure.add_axes((0, 0, 1, 1))
    width, height = figure.get_size_inches()
    axes.set(xlim=(0, 100), ylim=(0, 100 * height / width))
    axes.axis("off")
    return axes


def box(
    axes: Axes,
    area: tuple[float, float, float, float],
    text: str,
    fill: str,
    size: float = 9,
    color: str = INK,
) -> None:
    """Draw a rectangle (left, bottom, width, height) with its text in the middle."""
    left, bottom, width, height = area
    axes.add_patch(
        Rectangle((left, bottom), width, height, facecolor=fill, edgecolor=INK, linewidth=0.8)
    )
    label(axes, (left + width / 2, bottom + height / 2), text, size=size, color=color)


def label(
    axes: Axes,
    at: tuple[float, float],
    text: str,
    *,
    size: float = 9,
    color: str = INK,
    fill: str | None = None,
) -> None:
    """Write centred text, on a ground of its own where it stands on a line."""
    ground = None if fill is None else {"facecolor": fill, "edgecolor": "none", "pad": 1.5}
    axes.text(
        *at,
        text,
        ha="center",
        va="center",
        fontsize=size,
        color=color,
        linespacing=1.3,
        bbox=ground,
    )


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
