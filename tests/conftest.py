"""What every test has: an empty folder for the student's files, and no skipping in CI."""

import os

import pytest
from hypothesis import settings

from tests.sets import frozen_course

# No verdict depends on how busy the machine is; the same examples are tried on every machine.
settings.register_profile("course", deadline=None, derandomize=True)
settings.load_profile("course")


# These files wait or compute longest. They begin first, so that none is left over at the end.
# fmt: off
LONGEST = [
    "attacks", "grading", "proving_by_nbval", "check_command", "first_minute", "slip_catalogue",
    "grading_nbval", "release", "stale_texts", "second_course", "exercises", "proving",
    "tables_variant", "new_lesson", "fuzz",
]
# fmt: on


def pytest_collection_modifyitems(items):
    """Put the files that take longest first; the order within a file stays."""
    place = {f"test_{name}": at for at, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path.stem, len(LONGEST)))


@pytest.fixture(autouse=True)
def an_empty_home(tmp_path_factory, monkeypatch):
    """Point ALIGNMENT_HOME away from the files of whoever runs the tests."""
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path_factory.mktemp("my-work")))


@pytest.fixture(scope="module")
def frozen():
    """Let a whole module use the frozen course (`pytestmark = ...usefixtures("frozen")`)."""
    with frozen_course():
        yield


@pytest.fixture
def frozen_here():
    """Let one test use the frozen course."""
    with frozen_course():
        yield


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Turn a skip into a failure in CI, except where the raw files themselves are missing."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("CI") == "true" and "raw" not in item.keywords:
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be skipped: {report.longrepr}"
