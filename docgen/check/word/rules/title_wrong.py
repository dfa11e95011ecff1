"""The title is over its limit, or does not end as the notice's pattern does.

What: the article's title has more characters than the notice allows for the experience's name, or
does not end in the pattern's last word.
Why: the name goes onto covers and lists.
Example: a title of 43 characters where 40 are allowed.
Cure: rename the experience by the pattern.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.names import name_parts
from docgen.check.word.slip import Slip
from docgen.findings import Severity
from docgen.wordcount import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the title if it breaks the rule for the name."""
    titles = name_parts(reading)
    if not titles or reading.narrative is None:
        return
    name = "".join(part.text for part in titles)
    rule, found = reading.style.experience_name, count(name).words
    if rule.limit is not None and rule.limit.max is not None and found > rule.limit.max:
        source = reading.style.source("experience_name.limit.max")
        yield Slip(
            f"题目有 {found} 字，上限 {rule.limit.max} 字，超 {found - rule.limit.max} 字。",
            "请缩短题目中的方法部分。",
            titles[0].line,
            source.clause,
            Severity.WARNING if source.inferred else None,
        )
    if not name.endswith(rule.ends_with):
        yield Slip(
            f"题目没有以“{rule.ends_with}”结尾。",
            f"命名规则：{rule.pattern}。",
            titles[-1].line,
            reading.style.clause("experience_name.ends_with"),
            Severity.WARNING,
        )
