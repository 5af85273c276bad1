"""A set is built only from answers that ran; the lint finds what makes a check unsound."""

import datetime
import json

import nbformat
import pandas as pd
import pytest

from alignment.cli import main
from fairmark.authoring.sets import read_set
from fairmark.authoring.work import WorkInTheWay
from fairmark.proving.building import BuildFailed, build, earlier_keys, write
from fairmark.proving.key_builder import NoAnswer, build_keys
from fairmark.proving.lint import Totals, lint
from fairmark.proving.lint_page import kill_rate, page, table
from fairmark.proving.mutants import mutants
from fairmark.proving.rehearsal import CannotRehearse, asked_name, stages
from fairmark.proving.variant_tables import make_worlds
from tests.sets import EXERCISES, HEAD, SOURCE, answer, question, write_set

GIVEN = """\
# %%
{code}

"""


def found(tmp_path, *questions, head=HEAD):
    path = write_set(tmp_path, *questions)
    path.write_text(path.read_text(encoding="utf-8").replace(HEAD, head), encoding="utf-8")
    findings, _ = lint(path)
    return " / ".join(map(str, findings))


def test_a_sound_question_has_nothing_to_fix(tmp_path):
    assert found(tmp_path, question()) == ""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"wrong": "50.05"}, "this wrong answer counts as right"),
        ({"tolerance": "0.3"}, "has the tolerance 0.3; use 1, 2 or 5 times a power of ten"),
        ({"right": "0.15", "wrong": "3"}, "holds 0.15, less than twice the tolerance"),
        ({"right": "int('50')", "wrong": "float(input())"}, "input() cannot be answered"),
        ({"wrong": "len('/home/me/data.csv')"}, "is a path of one machine only"),
        ({"wrong": "len('C:' + chr(92))\nimport requests"}, "requests reaches for the network"),
        ({"wrong": "7" + "\n" * 12 + "answer = 70.0"}, "a cell of 13 lines; at most 12 are read"),
    ],
)
def test_an_unsound_answer_is_found(tmp_path, change, words):
    assert words in found(tmp_path, question(**change))


def test_a_wrong_answer_that_is_still_three_dots_is_named_with_its_line(tmp_path):
    with pytest.raises(NoAnswer, match=r"line \d+: this answer to 99.1 gives nothing to check"):
        build_keys(read_set(write_set(tmp_path, question(wrong="..."))))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("#| claims: [C3]\n", "", "has no line `claims:`"),
        ("#| claims: [C3]", "#| claims: [C99]", "has the claims 'C99'"),
        ("#| objective: 99.1", "#| objective: 99.2", "has the objective '99.2'"),
        ("#|   - Think.\n#|   - Think again.\n", "#|   []\n", "has no hint"),
        ("#| explanation: It follows from the definition.\n", "", "has no explanation"),
        ("Tolerance: 0.1.", "", "does not say `Tolerance: 0.1` in its prompt"),
        ('check("99.1", answer)', 'check("99.2", answer)', "checks another question's number"),
        ("#| data: tables", "#| data: none", "2 of 2 points need no data; at most 30% may"),
        ("answer = ...", "answer = 0", "the stub is 'not yet', expected 'not attempted'"),
    ],
)
def test_a_question_that_lacks_something_is_found(tmp_path, old, new, words):
    assert old in question()
    assert words in found(tmp_path, question().replace(old, new))


def test_a_question_without_a_known_wrong_answer_is_found(tmp_path):
    whole = question()
    assert "has no known wrong answer" in found(tmp_path, whole[: whole.index("# %%\n#| wrong")])


def test_findings_name_file_and_line(tmp_path):
    assert found(tmp_path, question(wrong="50.0")).startswith("99-small.py, line 3")


def test_a_wrong_answer_never_changes_what_the_next_one_sees(tmp_path):
    given = GIVEN.format(code="levels = [1.0, 2.0]")
    first = question(right="sum(levels)", wrong="levels.append(9) or sum(levels)")
    path = write_set(tmp_path, given, first)
    (stage,) = stages(read_set(path))
    for _ in range(2):
        assert stage.attempt("answer = levels.append(9) or sum(levels)").value == 12.0
    assert stage.attempt("answer = sum(levels)").value == 3.0


def test_a_solution_that_raises_is_named_with_its_line(tmp_path):
    with pytest.raises(CannotRehearse, match=r"99-small.py, line \d+: this cell raises ZeroDiv"):
        build_keys(read_set(write_set(tmp_path, question(right="1 / 0"))))


def test_a_wrong_answer_that_raises_is_named_with_its_line(tmp_path):
    with pytest.raises(NoAnswer, match=r"line \d+: this answer to 99.1 raises ZeroDivisionError"):
        build_keys(read_set(write_set(tmp_path, question(wrong="1 / 0"))))


def test_the_name_a_check_asks_for_is_read_from_its_cell():
    assert asked_name('check("4.3", cagr)') == "cagr"
    assert asked_name('check("4.17", forms.score_sheet(sheet))') == "sheet"
    assert asked_name("cagr") == ""


def test_keys_remember_every_text_ever_built(tmp_path):
    first = build_keys(read_set(write_set(tmp_path, question())))
    second = build_keys(read_set(write_set(tmp_path, question(name="other"))), first)
    assert set(first["built"]) < set(second["built"])
    again = build_keys(read_set(write_set(tmp_path, question(name="other"))), second)
    assert again == second


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A tiny set built once, in a folder of its own."""
    folder = tmp_path_factory.mktemp("exercises")
    (folder / "source").mkdir()
    source = write_set(folder / "source")
    made = build(source)
    write(made, folder)
    return folder, source, made


def test_a_build_writes_copy_reference_and_keys(built):
    folder, _, made = built
    assert made.files(folder) == {
        folder / "keys" / "99.json": made.keys,
        folder / "reference" / "99-small.ipynb": made.reference,
        folder / "99-small.ipynb": made.copy,
    }
    assert all(
        path.read_text(encoding="utf-8") == text for path, text in made.files(folder).items()
    )


def test_the_reference_runs_on_the_keys_that_were_just_built(built):
    outputs = [
        "".join(out.get("text", ""))
        for cell in json.loads(built[2].reference)["cells"]
        for out in cell.get("outputs", ())
    ]
    assert outputs == ["99.1 = 50.00 per cent\n"]


def test_a_second_build_gives_the_same_bytes(built):
    folder, source, made = built
    assert build(source, earlier_keys(folder, source)) == made


def test_a_build_refuses_to_overwrite_answers_and_writes_nothing(built):
    folder, _, made = built
    target = folder / "99-small.ipynb"
    nb = answer(nbformat.read(target, as_version=4), "99.1", "answer = 3")
    nbformat.write(nb, target)
    (folder / "keys" / "99.json").unlink()
    with pytest.raises(WorkInTheWay):
        write(made, folder)
    assert not (folder / "keys" / "99.json").exists()
    assert write(made, folder, force=True).name == "99-small.backup.ipynb"
    assert "answer = 3" in (folder / "99-small.backup.ipynb").read_text(encoding="utf-8")
    assert target.read_text(encoding="utf-8") == made.copy


def test_a_cell_that_fails_in_the_kernel_stops_the_build(tmp_path):
    code = "import builtins\nassert 'get_ipython' not in dir(builtins)"
    source = write_set(tmp_path, GIVEN.format(code=code), question())
    with pytest.raises(BuildFailed, match="of the reference raises AssertionError"):
        build(source)


@pytest.mark.usefixtures("frozen_here")
def test_the_lint_command_prints_totals_for_a_machine(capsys):
    assert main(["exercises", "lint", "04", "--json", "--quick"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["findings"] == []
    assert found["totals"]["wrong_caught"] == found["totals"]["wrong_answers"]
    assert found["totals"] == found["sets"]["04-economic"]
    assert found["totals"]["kill_rate"] >= 0.8  # without other tables nothing is equivalent
    assert set(found["totals"]["kill_rate_by_kind"]) == set(found["totals"]["by_kind"])


def test_the_page_of_the_lint_adds_up_the_sets_and_names_day_and_machine():
    one = Totals(3, 6, 9, 9, 20, 18, 1, 40, 39, {"number": [19, 18]})
    two = Totals(1, 2, 3, 3, 10, 6, 4, 10, 9, {"number": [4, 4], "form": [2, 2]})
    written = page({"01-a": one, "02-b": two}, [])
    assert "| all  |         4 |      8 |            12 |     12 |      30 |     24 |" in written
    assert "| number         |            23 |     22 |     95.7% |" in written
    assert datetime.date.today().isoformat() in written
    assert "There was nothing to fix." in written


def test_without_mutants_there_is_no_kill_rate():
    assert kill_rate(0, 0) is None
    assert kill_rate(4, 3) == 0.75


def test_a_variant_that_never_ends_counts_as_killed(tmp_path):
    (stage,) = stages(read_set(write_set(tmp_path, question())))
    assert isinstance(stage.attempt("while True:\n    pass").error, TimeoutError)


def test_an_unknown_set_is_one_sentence_and_exit_2(capsys):
    assert main(["exercises", "lint", "77", "--quick"]) == 2
    assert "There is no '77' in exercises/source; there is " in capsys.readouterr().err


# `make test` lints every set with the command; in `make test-long` one set shows what is counted.


@pytest.mark.long
@pytest.mark.usefixtures("frozen_here")
def test_a_shipped_set_is_sound_on_the_shipped_tables_and_on_five_others(tmp_path):
    findings, totals = lint(SOURCE, make_worlds(tmp_path))
    assert [str(finding) for finding in findings if not finding.warning] == []
    assert totals.wrong_caught == totals.wrong_answers >= totals.questions
    assert totals.killed >= 0.95 * (totals.mutants - totals.equivalent)
    # Every opinion on a form is right on purpose: its variants are equivalent.
    assert totals.by_kind.get("form", [0, 0])[0] == totals.by_kind.get("form", [0, 0])[1]


def test_the_page_says_how_many_slips_are_named():
    told = table({"98-a": Totals(slips=40, named=39), "99-b": Totals(slips=10, named=9)})
    slips = told.split("\n\n")[1].splitlines()
    cells = [cell.strip() for cell in slips[2].strip("|").split("|")]
    assert cells == ["98-a", "40", "39", "97.5%"]
    assert "96.0%" in slips[-1]  # 48 of 50


def test_a_typed_in_number_is_found_on_other_tables(tmp_path):
    worlds = [tmp_path / str(n) for n in range(5)]  # a set without tables needs none there
    findings, _ = lint(write_set(tmp_path, question()), worlds)
    assert "the shipped answer to 99.1, typed in, is right on 5 of 5" in str(findings[0])


def test_without_other_tables_no_mutant_is_called_equivalent(tmp_path):
    # Nothing tells 50 + 0 from 50 - 0, but one set of tables cannot show that.
    findings, totals = lint(write_set(tmp_path, question(right="50.0 + 0")))
    assert totals.equivalent == 0
    assert totals.mutants > totals.killed
    assert "slips count as right; one of them in 99.1: 'answer = 50.0 - 0'" in str(findings[0])


@pytest.mark.parametrize(
    ("code", "kind", "mutant"),
    [
        ("x = a + b", "operator", "x = a - b"),
        ("x = a / b", "swap", "x = b / a"),
        ("x = (a / b - 1) * 100", "factor", "x = a / b - 1"),
        ("x = a[3]", "off by one", "x = a[4]"),
        ("x = t['imports']", "column", "x = t['exports']"),
        ("x = s['before']", "label", "x = s['after']"),
        ("x = t.sum()", "aggregation", "x = t.mean()"),
        ("x = sum(a)", "aggregation", "x = max(a)"),
        ("x = t[t['imports'] > 3]", "filter", "x = t"),
        ("x = t[t['imports'] > 3]", "comparison", "x = t[t['imports'] >= 3]"),
        ("x = t.loc[2:4]", "filter", "x = t.loc"),
        ("x = [i for i in a if i]", "filter", "x = [i for i in a]"),
        ("x = t.query('imports > 3')", "filter", "x = t"),
        ("x = f(a, b)", "swap", "x = f(b, a)"),
        ("x = -a", "operator", "x = a"),
        ("x = a / b", "undivided", "x = a"),
        ("x = a / b", "denominator", "x = b"),
        ("x = a ** 0.5", "power", "x = a"),
        ("x = t[mask]", "filter", "x = t"),
        ("x = t[~mask]", "other rows", "x = t[mask]"),
        ("x = t.sum(axis=1)", "axis", "x = t.sum(axis=0)"),
        ("x = t.value_counts(normalize=True)", "option", "x = t.value_counts(normalize=False)"),
        ("x = t.iloc[0]", "first for last", "x = t.iloc[-1]"),
        ("x = s[2021]", "year", "x = s[2022]"),
        ("x = s.diff()", "step", "x = s"),
        ("x = s[a & b]", "filter", "x = s[a]"),
    ],
)
def test_a_mutant_has_one_slip_of_its_kind(code, kind, mutant):
    names = {
        "t": pd.DataFrame({"imports": [1.0], "exports": [2.0]}),
        "s": pd.Series({"before": 1.0, "after": 2.0}),
    }
    found = mutants(code, names)
    assert (kind, mutant) in [(each.kind, each.code) for each in found]
    assert code not in [each.code for each in found]
    assert len({each.code for each in found}) == len(found)


@pytest.mark.usefixtures("frozen_here")
def test_the_example_of_the_guide_can_be_added_as_it_stands(tmp_path):
    guide = (EXERCISES.parent / "docs" / "adapting-exercises.md").read_text(encoding="utf-8")
    example = guide.split("```python\n")[1].split("```")[0]
    # the frozen set was kept when objectives still went by numbers
    example = example.replace("objective: compute", "objective: 4.1")
    path = tmp_path / "04-economic.py"
    text = SOURCE.read_text(encoding="utf-8")
    end = text.index("# %% [markdown]\n# ## What you can now say")
    path.write_text(text[:end] + example + "\n" + text[end:], encoding="utf-8")
    findings, totals = lint(path)
    assert [str(finding) for finding in findings if not finding.warning] == []
    # The guide says to look at it, and so does the lint.
    assert any("'Eighteen short questions'; there are 19" in str(each) for each in findings)
    assert totals.questions == 19
