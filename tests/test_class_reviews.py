"""Reviews come back to their authors without a name, with how far two readers agree."""

import csv
import io
import re

import pytest

from alignment.classroom import reviews
from alignment.classroom.memos import distribute, write
from alignment.classroom.rubric import LEVELS, MEMO, SHEETS
from alignment.cli import main
from alignment.errors import AlignmentError
from alignment.methods._inputs import BadNumbers
from alignment.methods.marking import agreement


def test_alpha_is_as_krippendorff_computes_it():
    # Interval data of two observers, Krippendorff 2011, section C, without its missing value.
    pairs = [[1, 1], [2, 2], [3, 3], [3, 3], [2, 2], [1, 2], [4, 4], [1, 1], [2, 2]]
    every = [mark for pair in pairs for mark in pair]
    chance = [(a - b) ** 2 for k, a in enumerate(every) for m, b in enumerate(every) if k != m]
    seen = sum((a - b) ** 2 for a, b in pairs) / len(pairs)
    found = agreement(pairs)
    assert found.alpha == pytest.approx(1 - seen / (sum(chance) / len(chance)))
    assert (found.pairs, found.same, found.near) == (9, pytest.approx(8 / 9), 1)


def test_readers_who_agree_fully_oppositely_and_always_alike():
    assert agreement([[0, 0], [1, 1], [2, 2]]).alpha == 1
    assert agreement([[0, 2], [2, 0], [0, 2], [2, 0]]).alpha < 0
    alike = agreement([[1, 1], [1, 1]])
    assert alike.alpha != alike.alpha
    with pytest.raises(BadNumbers):
        agreement([[1, 2]])


@pytest.fixture
def given(tmp_path):
    """Seven memos, given out: the folder of the forms, and a way to fill them."""
    source = tmp_path / "memos"
    source.mkdir()
    for k in range(7):
        (source / f"lee_lou_{k}.md").write_text(f"Memo of seat {k}.")
    out = tmp_path / "reviews"
    write(distribute(source, seed=7)[0], out)
    return out


def fill(form, level="full", remark="Say in line 3 of what it is a share.", cut=","):
    rows = list(csv.reader(io.StringIO(form.read_text())))
    for k, row in enumerate(rows[1:]):
        row[3] = level if isinstance(level, str) else level[k]
        row[4] = remark
    text = io.StringIO()
    csv.writer(text, delimiter=cut).writerows(rows)
    return text.getvalue()


def handed_in(given, tmp_path, **how):
    folder = tmp_path / "filled"
    folder.mkdir(exist_ok=True)
    for k, form in enumerate(sorted(given.glob("review-*.csv"))):
        (folder / f"rossi_rita_{k} ({form.stem}).csv").write_text(fill(form, **how))
    return folder


def test_each_author_gets_both_reviews_and_no_reviewers_name(given, tmp_path):
    folder, back = handed_in(given, tmp_path), tmp_path / "back"
    command = ["class", "returned", str(folder), "--reviews", str(given), "--out", str(back)]
    assert main(command) == 0
    pages = sorted(back.glob("*.review.md"))
    assert [p.name for p in pages] == [f"lee_lou_{k}.review.md" for k in range(7)]
    for page in pages:
        text = page.read_text()
        assert text.count("of what it is a share") == 2 * len(MEMO)
        assert "rossi" not in text
        assert "lee_lou" not in text


def test_a_form_saved_with_semicolons_or_by_an_old_spreadsheet_is_read(given, tmp_path):
    folder = handed_in(given, tmp_path, cut=";", level="Half", remark="Dépend de l'année")
    done = reviews.gather(folder, given)
    assert not done.problems
    first = next(folder.iterdir())
    first.write_bytes(first.read_text().encode("cp1252"))
    assert not reviews.gather(folder, given).problems


def test_agreement_counts_every_criterion_and_names_what_to_talk_about(given, tmp_path):
    folder = handed_in(given, tmp_path)
    name = "01-b"
    form = given / f"review-{name}.csv"
    for path in folder.iterdir():
        if name in path.name:
            path.write_text(fill(form, level=["few"] + ["full"] * 6))
    done = reviews.gather(folder, given)
    assert done.agreed["all"].pairs == 7 * len(MEMO)
    assert done.agreed["claims"].same == pytest.approx(6 / 7)
    assert done.talk == ("memo 01, claims: full and few",)
    assert any("rough" in line for line in reviews.told(done))


def test_what_is_missing_twice_there_or_no_level_is_said(given, tmp_path):
    folder = handed_in(given, tmp_path)
    files = sorted(folder.iterdir())
    files[0].unlink()
    (folder / "copy.csv").write_text(files[1].read_text())
    files[2].write_text(files[2].read_text().replace(",full,", ",excellent,", 1))
    (folder / "grades.csv").write_text("id,points\n1,2\n")
    said = " ".join(reviews.gather(folder, given).problems)
    assert "did not come back" in said
    assert "came twice" in said
    assert "'excellent'; it should be full, half, few" in said
    assert "grades.csv: it is no review form" in said


def test_a_wrong_folder_is_one_sentence(given, tmp_path):
    with pytest.raises(AlignmentError, match=r"holds no instructor/who\.csv"):
        reviews.gather(handed_in(given, tmp_path), tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(AlignmentError, match="no filled review form"):
        reviews.gather(empty, given)


def test_a_link_to_itself_and_a_file_of_one_endless_cell_are_told(given, tmp_path):
    source = handed_in(given, tmp_path)
    (source / "loop.csv").symlink_to("loop.csv")
    (source / "endless.csv").write_text("form," + "x" * 150_000)
    problems = " ".join(reviews.gather(source, given).problems)
    assert "loop.csv: It is a link" in problems
    # How long a cell may be is a setting of the process, so one of two sentences tells of it.
    assert re.search(r"endless\.csv: it (cannot be read as a CSV|is no review form)", problems)


def test_marking_sheets_have_three_levels_and_their_points():
    assert sum(each.points for each in MEMO) == 100
    for sheet in SHEETS.values():
        for each in sheet:
            points = [each.earned(level) for level in LEVELS]
            assert points == sorted(points, reverse=True)
            assert len({each.full, each.half, each.few}) == 3
