"""A company's evidence (证实性材料): which papers there are, and the files they are in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from docgen.case.types import FactsModel, Text

#: The usual kinds of papers (类别), by which issuers' items take them; a pack may name others.
KINDS = (
    "营业执照", "失信被执行人查询报告", "重大税收违法查询报告", "严重违法失信查询报告", "信用报告",
    "质量管理体系证书", "财务报表", "经济效益证明", "顾客调查报告", "环保证明", "行业地位证明",
    "获奖证书", "知识产权证明", "检测报告", "用户证明", "其他",
)  # fmt: skip
#: Two lines above a page of the volume hold so many characters.
_Title = Annotated[str, Field(min_length=1, max_length=60)]


class EvidenceFiles(FactsModel):
    """One paper: a certificate, a report, a statement, in one or several files."""

    kind: Text = Field(title="类别", description=f"如 {'、'.join(KINDS)}")
    title: _Title = Field(title="名称", description="印在证实性材料的目录里")
    files: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        title="文件", description="PDF 或图片，相对于 case.json 的路径，按页的次序"
    )
    id: Text | None = Field(None, title="标识", description="正文用 [证实性材料](#标识) 引用")
    password: Text | None = Field(None, title="打开密码", description="PDF 设有打开密码时填写")
