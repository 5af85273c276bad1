"""A check judges what the answer cell made in its last run, and says what that run leans on."""

import re

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


def outputs(capsys) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().out)


def test_the_way_through_a_library_is_not_shown_and_its_meaning_is(run, capsys):
    run("other", "import pandas as pd\nline = pd.Series({'China': 1})\nline['Russia']")
    said = outputs(capsys)
    assert "----> 3 line['Russia']" in said
    assert "KeyError: 'Russia'" in said
    assert "site-packages" not in said
    assert "direct cause" not in said
    assert "There is no label or column of this name" in said


def test_the_way_through_the_students_own_functions_is_shown(run, capsys):
    run("other", "def half(x):\n    return x / 0\n\ndef twice(x):\n    return half(x)\n\ntwice(1)")
    said = outputs(capsys)
    assert all(
        f"> {line}" in said for line in ("7 twice(1)", "5     return half(x)", "2     return x / 0")
    )
    assert "Look which number can be zero." in said


def test_a_word_without_quotation_marks_is_told_that_it_needs_them(run, capsys):
    run("other", "answer = economy")
    assert outputs(capsys).endswith(' stands in quotation marks: "economy".\n')


def test_an_error_raised_on_purpose_stays_one_sentence(run, capsys):
    run("other", "from alignment.tables import load\nload('nowhere')")
    said = outputs(capsys)
    assert said.startswith("BrokenPackage: There is no datapackage.json")
    assert said.count("\n") == 1


def test_a_judged_cell_keeps_its_whole_traceback(run, capsys, monkeypatch):
    monkeypatch.setenv("FAIRMARK_JUDGED", "1")
    run("other", "import pandas as pd\npd.Series({'China': 1})['Russia']")
    said = outputs(capsys)
    assert "site-packages" in said
    assert "There is no label" not in said


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
