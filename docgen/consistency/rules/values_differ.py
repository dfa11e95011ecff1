"""Two files, or two places of one, say the same field in two ways.

What: a field that is printed in several places, in forms, covers, titles or spines, differs.
Why: reviewers hold the documents side by side; the seal is put under one name only.
Example: the cover names another contact than the form.
Cure: correct whichever is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.intake.values import differing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.consistency.stored import StoredDossier
    from docgen.findings import Finding


def check(dossier: StoredDossier) -> Iterator[Finding]:
    """Yield the fields that the files say in two ways."""
    yield from differing(dossier.submission.taken)
