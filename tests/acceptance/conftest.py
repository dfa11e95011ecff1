"""The documents that the acceptance tests look at."""

from __future__ import annotations

import pytest

from tests.acceptance.documents import ALL, EVERY_ISSUED, ISSUED, NARRATIVE
from tests.conftest import Issued, Rendered
from tests.independent.word import Word


@pytest.fixture(
    params=[
        *((rendered, name) for rendered in ("dossier", "small") for name in ALL),
        *EVERY_ISSUED,
    ],
    ids="-".join,
)
def word(request: pytest.FixtureRequest, issued: Issued) -> Word:
    """Each document of the sample, of the small case, and of the second sample for each issuer."""
    rendered, name = request.param
    if rendered in ISSUED:
        return issued(rendered).word(name)
    files: Rendered = request.getfixturevalue(rendered)
    return files.word(name)


@pytest.fixture
def thesis(dossier: Rendered) -> Word:
    """The sample's document with headings, figures and tables."""
    return dossier.word(NARRATIVE)
