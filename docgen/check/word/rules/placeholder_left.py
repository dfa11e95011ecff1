"""Something that was to be filled in is left.

What: a text, in the body or a header, footer, note or text box, still says ××公司, XXX, 待补充,
请填写 or the like, or the notice's own hint.
Why: a dossier with a hole is sent back.
Example: （请填写至小类）.
Cure: fill it in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.check.word.slip import Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR
#: What holds the place of something to be filled in.
PLACEHOLDER = re.compile(
    r"[×xXＸ＊*]{2,}(?:公司|企业|有限|年|月|日|市|省|万元)|(?:公司|企业|联系人|电话)[:：]?[×xXＸ]{2,}"
    # （输入轴） and （补充试验） are words of the trade; in square brackets they ask by themselves.
    r"|(?:[（(]\s*(?:请|此处|待)|[【\[]\s*(?:请|此处|待)?)(?:填写|补充|插入|输入)[^）)】\]]*[）)】\]]"
    r"|待补充|待填写|请在此处?(?:填写|输入)"
    r"|(?<![A-Za-z0-9])[xXＸ×]{3,}(?![A-Za-z0-9])"
    r"|TODO|TBD|单击(?:或点击)?此处|^选择一项"
)


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs with a placeholder."""
    for line in (*reading.manuscript.lines, *reading.manuscript.outside):
        if match := PLACEHOLDER.search(line.text):
            yield Slip(f"还留着“{match.group()}”。", "请填写，或删去。", line)
