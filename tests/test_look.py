"""What a human looks at beside points: reasons drawn by lot, answers that are alike."""

import csv
import json
import os
import subprocess
import zipfile

import pytest

from alignment.cli import main
from fairmark.answers.verdict import NOT_YET, RIGHT
from fairmark.grading.autograder import results_json
from fairmark.grading.compare import Judged
from fairmark.grading.reasons import draw, texts
from fairmark.grading.results import NOT_GRADABLE, Graded
from fairmark.grading.similar import fingerprints, pairs
from tests.classes import assignment, notebook, solutions, write

OF = assignment()
BEST = solutions(OF)
ODD = """rows = []
for year, line in trade.iterrows():
    if year < 2021 or year > 2024:
        continue
    rows.append(line["total"] if line["total"] > 0 else -line["total"])
cagr = ((rows[-1] / rows[0]) ** (1 / (len(rows) - 1)) - 1) * 100
"""
# The same with every name, number and comment changed.
COPIED = """# my own work
found = []
for y, part in trade.iterrows():
    if y < 2020 or y > 2023:
        continue
    found.append(part["exports"] if part["exports"] > 1 else -part["exports"])
cagr = ((found[-2] / found[1]) ** (1 / (len(found) - 2)) - 2) * 10
"""
OTHER = """from math import prod
steps = trade["total"].loc[2021:2024].pct_change().dropna() + 1
cagr = (prod(steps) ** (1 / len(steps)) - 1) * 100
"""


def test_a_renamed_copy_is_found_and_another_way_is_not():
    found = pairs({"ann": {"4.3": ODD}, "bo": {"4.3": COPIED}, "cy": {"4.3": OTHER}}, {})
    assert [(p.first, p.second) for p in found] == [("ann", "bo")]


def test_what_the_set_gave_and_what_many_wrote_counts_for_nothing():
    two = {"ann": {"4.3": ODD}, "bo": {"4.3": COPIED}}
    assert pairs(two, {"4.3": (ODD,)}) == []
    many = {f"s{at}": {"4.3": ODD} for at in range(4)}
    assert pairs(many, {}) == []


def test_a_short_answer_and_one_that_is_no_python_have_few_fingerprints():
    assert fingerprints("share = 0.5") == set()
    assert fingerprints("a = (((") is not None


def test_a_reason_is_a_text_of_five_words_and_no_label():
    assert texts('x = {"label": "yes", "why": "because it says so itself"}\ny = f("a b")') == [
        "because it says so itself"
    ]
    assert texts("x = (") == []


def test_reasons_are_drawn_by_lot_and_the_sheet_holds_no_name():
    answers = {f"s{at}": {"4.2": f'why = "reason number {at} of the class"'} for at in range(9)}
    sheet, who = draw(answers, {}, 4, seed=1)
    assert (len(sheet), len(who)) == (5, 5)
    assert not any("s" + str(at) in row for row in sheet for at in range(9))
    assert draw(answers, {}, 4, seed=1) == (sheet, who)
    assert draw(answers, {}, 4, seed=2) != (sheet, who)
    given = {"4.2": ('x = "reason number 3 of the class"',)}
    assert "reason number 3 of the class" not in str(draw(answers, given, 9, seed=1)[0])


@pytest.fixture(scope="module")
def handed(tmp_path_factory):
    """Three notebooks, two of them with one odd answer, and a file that is none."""
    place = tmp_path_factory.mktemp("class")
    for name, answer in {"ann": ODD, "bo": COPIED, "cy": OTHER}.items():
        told = f'reason = "{name} thinks that the base was revised"'
        write(notebook(OF, {**BEST, "4.3": answer, "4.2": told}), place / name / "04.ipynb")
    (place / "dee").mkdir()
    (place / "dee" / "notes.ipynb").write_bytes(b"%PDF")
    return place


@pytest.mark.usefixtures("frozen_here")
def test_the_commands_read_a_class_and_run_nothing(handed, tmp_path, capsys):
    assert main(["look", "similar", str(handed), "--out", str(tmp_path / "similar.html")]) == 0
    page = (tmp_path / "similar.html").read_text(encoding="utf-8")
    assert "<h2>ann and bo</h2>" in page
    assert "This is no verdict" in page
    assert "<h2>ann and cy" not in page
    command = ["look", "reasons", str(handed), "--out", str(tmp_path), "--seed", "1"]
    assert main(command) == 0
    with (tmp_path / "reasons.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    said = {row["text"] for row in rows if row["question"] == "4.2"}
    assert said == {f"{name} thinks that the base was revised" for name in ("ann", "bo", "cy")}
    assert "ann" in (tmp_path / "reasons-who.csv").read_text(encoding="utf-8")


# The hand-over to Gradescope.


def graded(**more):
    judged = (Judged("4.1", "One", 2, 2, RIGHT), Judged("4.2", "Two", 1, 0, NOT_YET, "You added."))
    values = {"outcome": "graded", "questions": judged, "repairs": ("A cell was put back.",)}
    return Graded("ann", "Ann", "04.ipynb", "04", **{**values, **more})


def test_the_results_have_a_test_for_each_question_and_add_up():
    found = json.loads(results_json(graded()))
    assert found["score"] == sum(test["score"] for test in found["tests"]) == 2
    assert [test["status"] for test in found["tests"]] == ["passed", "failed"]
    assert found["tests"][1]["output"] == "Not yet. You added."
    assert found["output"] == "A cell was put back."


def test_what_cannot_be_graded_says_why_and_has_no_points():
    one = graded(outcome=NOT_GRADABLE, reason="It is a PDF.", questions=())
    found = json.loads(results_json(one))
    assert (found["score"], found["tests"]) == (0, [])
    assert found["output"] == "Not graded. It is a PDF."


def test_results_json_of_a_class_is_refused(handed, tmp_path, capsys):
    command = ["grade", str(handed), "--out", str(tmp_path / "out"), "--set", "04", "--seed", "7",
               "--kernels", "stock", "--results-json", str(tmp_path / "r.json")]  # fmt: skip
    assert main(command) == 2
    assert "--results-json is for one submission; found 4" in capsys.readouterr().err


@pytest.mark.long
def test_the_autograder_runs_where_gradescope_would_run_it(tmp_path):
    """Both scripts, in folders laid out as on Gradescope's machines."""
    assert main(["exercises", "export", "--to", "gradescope", str(tmp_path), "04"]) == 0
    base = tmp_path / "autograder"
    with zipfile.ZipFile(tmp_path / "autograder-04.zip") as archive:
        archive.extractall(base / "source")
    write(notebook(OF, {**BEST, "4.3": "cagr = 99.0"}), base / "submission" / "04-economic.ipynb")
    around = {**os.environ, "AUTOGRADER": str(base), "HOME": str(tmp_path)}
    around.pop("PYTHONPATH", None)
    for script in ("setup.sh", "run_autograder"):
        subprocess.run(["bash", str(base / "source" / script)], env=around, check=True)
    found = json.loads((base / "results" / "results.json").read_text(encoding="utf-8"))
    lost = [test["number"] for test in found["tests"] if test["status"] == "failed"]
    assert lost == ["4.3"]
    assert found["score"] == sum(key.points for key in OF.keys.values()) - OF.keys["4.3"].points
