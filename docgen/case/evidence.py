"""A company's evidence (证实性材料): which papers there are, and the files they are in."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from docgen.case.types import FactsModel, Text

#: Two lines above a page of the volume hold so many characters.
_Title = Annotated[str, Field(min_length=1, max_length=60)]


class EvidenceFiles(FactsModel):
    """One paper: a certificate, a report, a statement, in one or several files."""

    kind: Text = Field(title="类别", description="如 营业执照、获奖证书；按规范所列的类别填写")
    title: _Title = Field(title="名称", description="印在证实性材料的目录里")
    files: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        title="文件", description="PDF 或图片，相对于 case.json 的路径，按页的次序"
    )
    id: Text | None = Field(None, title="标识", description="正文用 [证实性材料](#标识) 引用")
    password: Text | None = Field(None, title="打开密码", description="PDF 设有打开密码时填写")
