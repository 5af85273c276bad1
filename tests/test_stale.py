"""Which tables are older than their publisher's last release, said without a network."""

import pytest

from alignment.cli import main
from alignment.cli.data import use_builder

use_builder()
from builder.descriptors import DescriptorError, _next_release, tables  # noqa: E402
from builder.stale import stale  # noqa: E402


def test_a_release_that_was_due_is_listed_and_one_that_was_not_comes_next():
    due, later = stale(tables(), "2026-11").split("Next to come:")
    assert "cofer: ours is COFER 7.0.0" in due
    assert "arms_transfers" in later
    assert "arms_transfers" not in due


def test_the_month_decides(capsys):
    assert main(["data", "stale", "--month", "2020-01"]) == 0
    assert capsys.readouterr().out.startswith("0 tables have")


@pytest.mark.parametrize("said", [{"expected": "soon", "what": "a"}, {"expected": "2026-03"}])
def test_a_release_without_a_month_or_a_name_is_refused(said):
    with pytest.raises(DescriptorError, match="a month such as"):
        _next_release("a.yaml", said)
