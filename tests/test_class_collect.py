"""From a platform's zip to one picture: one file each, the rest named to the instructor only."""

import csv
import json
import zipfile
from dataclasses import replace

import pytest

from alignment.classroom.collect import build, collect, read_class
from alignment.classroom.intake import take_in
from alignment.classroom.invented import invented_class
from alignment.classroom.lists import Lists, MayNotBuild
from alignment.cli import main
from alignment.errors import AlignmentError
from fairmark.platforms.recognising import read_people
from tests.students import a_class, a_lecture_hall, answers, own_files, put, second_round


def test_a_folder_of_files_becomes_page_table_and_class_file(tmp_path, capsys):
    source = put(tmp_path / "in", own_files(20))
    out = tmp_path / "class"
    assert main(["class", "collect", str(source), "--round", "1", "--out", str(out)]) == 0
    assert {p.name for p in out.iterdir()} == {
        "class.html", "class.json", "panel.csv", "instructor",
    }  # fmt: skip
    assert read_class(out)["students"] == 20
    rows = list(csv.DictReader((out / "panel.csv").open()))
    assert {"about", "item", "criterion", "statistic", "value"} == set(rows[0])
    assert sum(row["statistic"] == "q50" and row["about"] == "score" for row in rows) == 30


def test_what_cannot_be_used_is_named_to_the_instructor_and_to_nobody_else(tmp_path, capsys):
    files = own_files(12)
    source = put(tmp_path / "in", files)
    (source / "broken.json").write_text("{")
    (source / "copy of 000.json").write_text(files[0].text())
    (source / "my-work.json").write_text(json.dumps({"kind": "alignment my-work"}))
    (source / "late.json").write_text(replace(files[3], round=2, forecasts={}).text())
    (source / "memo.docx").write_bytes(b"words")
    out = tmp_path / "class"
    assert main(["class", "collect", str(source), "--round", "1", "--out", str(out)]) == 1
    lines = {row["file"]: row for row in csv.DictReader((out / "instructor/intake.csv").open())}
    assert len(lines) == 17
    assert "not JSON" in lines["broken.json"]["why"]
    assert "alignment my-work" in lines["my-work.json"]["why"]
    assert "It is of round 2" in lines["late.json"]["why"]
    assert sum(row["counts"] == "yes" for row in lines.values()) == 12
    same = [row for row in lines.values() if "same numbers" in row["why"]]
    assert [row["counts"] for row in same] == ["no"]
    assert "as personal as a signature" in same[0]["why"]
    for name in ("class.html", "class.json", "panel.csv"):
        assert "broken" not in (out / name).read_text()


def test_of_one_student_the_last_attempt_counts(tmp_path):
    first, second, other = own_files(3)
    archive = tmp_path / "hand-ins.zip"
    with zipfile.ZipFile(archive, "w") as made:
        stem = "Panel_{}_attempt_2026-11-{}-10-00-00_for-the-class-1.json"
        made.writestr(stem.format("aadams", "03"), second.text())
        made.writestr(stem.format("aadams", "01"), first.text())
        made.writestr(stem.format("bbrown", "01"), other.text())
    found = take_in(archive, 1, platform="blackboard")
    assert {f.text() for f in found.files} == {second.text(), other.text()}
    assert any("of the same person came later" in line.why for line in found.lines)


def test_a_last_attempt_that_is_broken_does_not_take_the_good_one_away(tmp_path):
    (good,) = own_files(1)
    archive = tmp_path / "hand-ins.zip"
    with zipfile.ZipFile(archive, "w") as made:
        stem = "Panel_{}_attempt_2026-11-{}-10-00-00_for-the-class-1.json"
        made.writestr(stem.format("aadams", "01"), good.text())
        made.writestr(stem.format("aadams", "03"), "{")
    assert len(take_in(archive, 1, platform="blackboard").files) == 1


def guesses_only(percent):
    return replace(own_files(1)[0], answer=None, forecasts={}, guesses={"p4-2": [percent]}).text()


BLACKBOARD = "Panel_{}_attempt_2026-11-01-10-00-00_for-the-class-1.json"


def test_two_people_may_guess_the_same_and_the_teacher_is_told(tmp_path, capsys):
    source = tmp_path / "in"
    source.mkdir()
    for k, name in enumerate(["aadams", "bbrown", *(f"other{k}" for k in range(10))]):
        (source / BLACKBOARD.format(name)).write_text(guesses_only(20.0 + max(k - 1, 0)))
    out = tmp_path / "class"
    assert main(["class", "collect", str(source), "--round", "1", "--out", str(out)]) == 0
    assert read_class(out)["guesses"]["p4-2"]["answers"] == 10  # 12, to the nearest five
    assert len(take_in(source, 1).files) == 12
    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("look at")]
    assert len(said) == 1
    assert "bbrown" in said[0]
    assert "aadams" in said[0]
    assert "two people's" in said[0]


def test_equal_guesses_of_files_that_nobody_knows_count_once_and_a_class_list_tells_them_apart(
    tmp_path,
):
    source = tmp_path / "in"
    source.mkdir()
    for name in ("101", "102", "102 (1)", "copy of 101", "notes"):
        (source / f"{name}.json").write_text(guesses_only(20.0))
    found = take_in(source, 1)
    assert len(found.files) == 1
    left = [line.why for line in found.lines if not line.taken]
    assert sum("of the same person" in why for why in left) == 1  # 102, twice
    assert sum("--roster" in why for why in left) == 3
    roster = tmp_path / "list.csv"
    roster.write_text("id,name\n101,Ann Adams\n102,Ben Brown\n103,Cy Cole\n")
    found = take_in(source, 1, people=read_people(roster))
    assert len(found.files) == 2
    assert {line.path for line in found.lines if line.taken} <= {
        "101.json",
        "102.json",
        "102 (1).json",
    }


def test_equal_scores_under_two_names_count_once_even_where_the_platform_knows_both(tmp_path):
    (file,) = own_files(1)
    source = tmp_path / "in"
    source.mkdir()
    for name in ("aadams", "bbrown"):
        (source / BLACKBOARD.format(name)).write_text(file.text())
    found = take_in(source, 1)
    assert len(found.files) == 1
    assert [line.why for line in found.lines if not line.taken] == [
        f"It holds the same numbers as another file ({BLACKBOARD.format('aadams')}). Thirty scores "
        "are as personal as a signature, so it counts once."
    ]


def test_a_zip_inside_is_opened_once(tmp_path):
    (good,) = own_files(1)
    source = tmp_path / "in"
    source.mkdir()
    with zipfile.ZipFile(source / "aadams.zip", "w") as made:
        made.writestr("for-the-class-1.json", good.text())
    assert [f.text() for f in take_in(source, 1).files] == [good.text()]


def test_an_empty_or_missing_folder_is_one_sentence(tmp_path, capsys):
    out = str(tmp_path / "class")
    assert main(["class", "collect", str(tmp_path / "no"), "--round", "1", "--out", out]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_class_of_eight_gets_a_page_without_numbers(tmp_path):
    collect(put(tmp_path / "in", own_files(8)), tmp_path / "class", 1)
    page = (tmp_path / "class/class.html").read_text()
    assert "fewer than ten" in page
    assert "Median of each score" not in page
    assert read_class(tmp_path / "class")["students"] is None


def test_a_second_round_shows_movement_of_those_who_were_in_the_first(tmp_path):
    first = own_files(30)
    collect(put(tmp_path / "in1", first), tmp_path / "class", 1)
    second = second_round(first)
    stranger = replace(second[0], before=answers(*a_class(1, seed=99))[0])
    collect(put(tmp_path / "in2", [stranger, *second[1:]]), tmp_path / "class", 2)
    shown = read_class(tmp_path / "class")
    assert shown["movement"]["students"] == 30  # 29, to the nearest five
    assert shown["movement"]["nearer"]["moved_nearer"] is True
    assert shown["round_1"]["students"] == 30
    assert "From round 1 to round 2" in (tmp_path / "class/class.html").read_text()


def test_an_answer_of_round_one_that_nobody_handed_in_does_not_count():
    lists = Lists("salt")
    build(own_files(30), 1, lists, {})
    others = second_round(own_files(30, seed=77))
    assert build(others, 2, lists, {})[0]["movement"] is None


def test_guesses_without_scores_are_pooled_per_lesson_before_the_panel(tmp_path):
    files = [replace(f, answer=None, forecasts={}) for f in own_files(25)]
    shown, _ = build(files, 1, Lists("salt"), {})
    assert shown["students"] is None
    assert shown["guesses"]["p4-2"]["answers"] == 25


def test_a_question_answered_later_by_one_more_keeps_its_figure(tmp_path):
    lists, files = Lists("salt"), own_files(21)
    without = [replace(f, answer=None) for f in files]
    earlier, _ = build(without[:20], 1, lists, {})
    later, notes = build(without, 1, lists, earlier)
    assert later["forecasts"] == earlier["forecasts"]
    assert later["guesses"] == earlier["guesses"]
    assert any("keeps its earlier figure" in note for note in notes)


def test_a_joker_who_types_guesses_of_another_form_is_left_out_of_them():
    files = own_files(25)
    odd = [replace(files[0], guesses={"p4-2": ["ha"], "p99-9": [1.0]}), *files[1:]]
    shown, _ = build(odd, 1, Lists("salt"), {})
    assert shown["guesses"]["p4-2"]["answers"] == 25  # 24, to the nearest five
    assert "p99-9" not in shown["guesses"]


def test_the_lists_stay_with_the_instructor_and_a_foreign_file_is_left_alone(tmp_path):
    out = tmp_path / "class"
    collect(put(tmp_path / "in", own_files(12)), out, 1)
    (out / "instructor/lists.json").write_text("[]")
    with pytest.raises(AlignmentError, match="closed lists"):
        collect(tmp_path / "in", out, 1)


def test_a_class_of_three_hundred_goes_all_the_way_and_its_camps_are_found(tmp_path):
    first_round, second_round = a_lecture_hall(tmp_path)
    out = tmp_path / "class"
    first = collect(first_round, out, 1)
    second = collect(second_round, out, 2)
    (tmp_path / "answers.csv").write_text("id,outcome,source,decided\nN1,yes,customs,\n")
    score = ["class", "score", str(out), "--resolved", str(tmp_path / "answers.csv")]
    assert main(score) == 0
    left = [line for line in first.lines if not line.taken]
    assert len(left) == 5  # one file twice, three broken, one joker
    camps = first.picture["camps"]["scores"]
    assert camps["sizes"] == [50.0, 50.0]
    assert set(camps["part_by"]["criteria"]) == {"B", "E"}
    assert second.picture["movement"]["students"] == 300
    assert second.picture["movement"]["nearer"]["moved_nearer"]
    assert (out / "scores.html").exists()


@pytest.mark.long
def test_a_hundred_classes_without_camps_give_at_most_five_false_ones():
    called = 0
    for seed in range(100):
        lists = Lists("salt")
        shown, _ = build(own_files(60, seed=1000 + seed), 1, lists, {})
        camps = shown["camps"]
        called += camps["scores"]["sizes"] is not None or camps["weights"]["sizes"] is not None
    assert called <= 5


def test_the_invented_class_says_of_itself_that_it_is_invented():
    assert invented_class()["made_of"] == "invented"


def test_the_same_files_may_be_collected_again_and_give_the_same_bytes(tmp_path):
    source = put(tmp_path / "in", own_files(20))
    collect(source, tmp_path / "class", 1)
    before = {p.name: p.read_bytes() for p in (tmp_path / "class").iterdir() if p.is_file()}
    collect(source, tmp_path / "class", 1)
    after = {p.name: p.read_bytes() for p in (tmp_path / "class").iterdir() if p.is_file()}
    assert before == after
    with pytest.raises(MayNotBuild):
        collect(put(tmp_path / "in3", own_files(21)), tmp_path / "class", 1)
