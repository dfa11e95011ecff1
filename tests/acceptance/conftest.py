"""The documents that the acceptance tests look at."""

from __future__ import annotations

import pytest

from tests.acceptance.documents import ALL, NARRATIVE
from tests.conftest import Rendered
from tests.independent.word import Word


@pytest.fixture(params=[(rendered, name) for rendered in ("dossier", "small") for name in ALL])
def word(request: pytest.FixtureRequest) -> Word:
    """Each document of the sample, and of the small case."""
    rendered, name = request.param
    files: Rendered = request.getfixturevalue(rendered)
    return files.word(name)


@pytest.fixture
def thesis(dossier: Rendered) -> Word:
    """The sample's document with headings, figures and tables."""
    return dossier.word(NARRATIVE)
