"""A check judges what the answer cell made in its last run, and says what that run leans on."""

import pytest
from IPython.core.interactiveshell import InteractiveShell

from fairmark import lastrun, notebook
from tests.sets import install_keys, question, write_set


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run cells by id in a shell that watches them, as a kernel does."""
    install_keys(write_set(tmp_path, question()), tmp_path / "data", monkeypatch)
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    notebook.watch()
    for kept in (lastrun.cells, lastrun.makers):
        kept.clear()

    def run(cell, source):
        return shell.run_cell(source, cell_id=cell, store_history=True).result

    run("setup", "from alignment.checks import check")
    yield run
    InteractiveShell.clear_instance()


CHECK = 'check("99.1", answer)'


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("answer = {}['2025']", "raised KeyError in line 1: '2025'. There is no label or column"),
        (
            "one = 1\nanswer = missing + one",
            "raised NameError in line 2: name 'missing' is not defined.",
        ),
        ("answer = 1 / 0", "Look which number can be zero."),
        ("answer = (1", "Python cannot read this line"),
        ("answer = 'a' + 1", "Two things do not go together"),
    ],
)
def test_an_older_value_is_not_judged_after_an_error(run, code, words):
    run("q99-1-stub", "answer = 50.0")
    assert "right" in repr(run("q99-1-check", CHECK))
    run("q99-1-stub", code)
    said = repr(run("q99-1-check", CHECK))
    assert said.startswith("99.1 One: not yet.")
    assert words in said
    assert "answer still holds an earlier value, which is not judged." in said


def test_an_answer_that_was_written_over_by_a_cell_that_stops_is_not_judged(run):
    run("q99-1-stub", "answer = 50.0")
    run("q99-1-stub", "raise KeyboardInterrupt")
    said = repr(run("q99-1-check", CHECK))
    assert said.startswith("99.1 One: not yet.")
    assert "answer still holds an earlier value, which is not judged." in said


def test_a_value_that_was_made_before_the_error_is_judged(run):
    run("q99-1-stub", "answer = 50.0\n1 / 0")
    assert "One: right." in repr(run("q99-1-check", CHECK))


def test_a_name_of_an_earlier_attempt_is_pointed_out(run):
    run("q99-1-stub", "c = 50.0\nanswer = c")
    assert "missing" not in repr(run("q99-1-check", CHECK))
    run("q99-1-stub", "answer = c")
    said = repr(run("q99-1-check", CHECK))
    assert "One: right." in said
    assert "But c is not made in this cell" in said


def test_a_name_of_another_cell_is_not_pointed_out(run):
    run("q99-0-stub", "c = 50.0")
    run("q99-1-stub", "answer = round(c)")
    assert "missing" not in repr(run("q99-1-check", CHECK))


def test_an_answer_that_takes_the_name_check_costs_no_other(run, capsys):
    run("q99-1-stub", "check = 3")
    assert "gave the name check another meaning" in capsys.readouterr().out
    run("q99-1-stub", "answer = 50.0")
    assert "One: right." in repr(run("q99-1-check", CHECK))
