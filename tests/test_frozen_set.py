"""The frozen set of the engine's tests is what its source gives, like every set of the course."""

import pytest

from fairmark.course import current
from fairmark.proving.building import build, earlier_keys
from tests.sets import COPY, FROZEN, FROZEN_COURSE, SOURCE

pytestmark = pytest.mark.usefixtures("frozen")


def test_the_frozen_course_is_in_use():
    assert current().root == FROZEN_COURSE


def test_a_rebuild_gives_the_stored_files_byte_for_byte():
    files = build(SOURCE, earlier_keys(FROZEN, SOURCE)).files(FROZEN)
    assert {path.parent.name for path in files} == {"exercises", "keys", "reference"}
    for path, text in files.items():
        assert path.read_text(encoding="utf-8") == text, path.name
    assert COPY in files
