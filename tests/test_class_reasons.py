"""Reasons for far scores: only if wanted, only in the teacher's words, only for five on a side."""

import csv
from collections import Counter

import numpy as np
import pytest

from alignment.classroom import paraphrases as explaining
from alignment.classroom.collect import build, collect
from alignment.classroom.lists import Lists
from alignment.cli import main
from alignment.errors import AlignmentError
from alignment.methods.classes.picture import Sheets, picture
from alignment.records import class_file
from alignment.records.reasons import Reason, checked, read, side_of
from alignment.widgets import ClassPanel
from fairmark.files import BrokenRecord
from tests.students import a_class, own_files

TEXT = "My grandmother told me of the border war when I was small, so I trust no map of it."


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path / "own"))


@pytest.fixture
def out(tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    for k, file in enumerate(own_files(30)):
        (source / f"{k}.json").write_text(file.text())
    collect(source, tmp_path / "class", 1)
    return tmp_path / "class"


def test_a_side_is_open_only_if_five_stand_on_it():
    scores, weights = a_class(30)
    shown = picture(Sheets(scores, weights))
    found = explaining.sides(scores, shown)
    for d, domain in enumerate("MEDTF"):
        for c, criterion in enumerate("ABCDEF"):
            seen = shown["scores"][domain][criterion]
            stand = Counter(side_of(score, seen) for score in scores[:, d, c])
            for side in ("below", "above"):
                assert (side in found[domain][criterion]) == (stand[side] >= 5)
    assert any("above" not in each for by in found.values() for each in by.values())


def test_below_ten_students_no_side_is_open():
    scores, weights = a_class(9)
    assert explaining.sides(scores, picture(Sheets(scores, weights))) == {}


def an_open_side(out):
    sides = explaining.read_json(out / explaining.SIDES)
    return next((d, c, s[0]) for d, by in sides.items() for c, s in by.items() if s)


def a_closed_side(out):
    sides = explaining.read_json(out / explaining.SIDES)
    return next((d, c, s) for d, by in sides.items() for c, found in by.items()
                for s in ("below", "above") if s not in found)  # fmt: skip


def hand_in(tmp_path, *reasons):
    folder = tmp_path / "reasons"
    folder.mkdir(exist_ok=True)
    for k, each in enumerate(reasons):
        (folder / f"lee_lou_{k}.json").write_text(each.file())
    return folder


def paraphrase(out, words):
    path = out / explaining.TYPED
    rows = list(csv.DictReader(path.open()))
    with path.open("w") as file:
        writer = csv.DictWriter(file, explaining.HEAD)
        writer.writeheader()
        writer.writerows([row | {"paraphrase": words} for row in rows])


def test_what_was_typed_goes_to_the_teacher_and_only_the_paraphrase_to_the_class(out, tmp_path):
    folder = hand_in(tmp_path, checked(*an_open_side(out), TEXT))
    assert main(["class", "reasons", str(folder), "--class", str(out)]) == 0
    assert TEXT in (out / explaining.TYPED).read_text()
    assert "lee_lou" not in (out / explaining.TYPED).read_text()
    assert main(["class", "reasons", "--show", "--class", str(out)]) == 2  # nothing said yet
    paraphrase(out, "Somebody distrusts maps because of what the family lived through.")
    assert main(["class", "reasons", "--show", "--class", str(out)]) == 0
    page = (out / explaining.PAGE).read_text()
    assert "Somebody distrusts maps" in page
    assert "grandmother" not in page
    public = [p for p in out.iterdir() if p.is_file()]
    assert not any("grandmother" in p.read_text() for p in public)


def test_a_paraphrase_that_repeats_five_words_is_refused(out, tmp_path, capsys):
    folder = hand_in(tmp_path, checked(*an_open_side(out), TEXT))
    main(["class", "reasons", str(folder), "--class", str(out)])
    paraphrase(out, "One person told me of the Border war.")
    assert main(["class", "reasons", "--show", "--class", str(out)]) == 2
    assert "told me of the border" in capsys.readouterr().err
    assert not (out / explaining.PAGE).exists()


def test_a_reason_on_a_side_of_fewer_than_five_is_dropped(out, tmp_path, capsys):
    folder = hand_in(tmp_path, checked(*a_closed_side(out), TEXT))
    assert main(["class", "reasons", str(folder), "--class", str(out)]) == 1
    assert "fewer than five people" in capsys.readouterr().out
    assert "grandmother" not in (out / explaining.TYPED).read_text()


def test_the_order_of_reasons_follows_from_their_words_alone(out, tmp_path):
    side = an_open_side(out)
    several = [checked(*side, f"{TEXT} {k}") for k in range(5)]
    one, _ = explaining.take_in(hand_in(tmp_path, *several), out)
    two, _ = explaining.take_in(hand_in(tmp_path, *several[::-1]), out)
    assert one == two


def test_work_of_the_teacher_is_not_written_over(out, tmp_path):
    folder = hand_in(tmp_path, checked(*an_open_side(out), TEXT))
    main(["class", "reasons", str(folder), "--class", str(out)])
    paraphrase(out, "Somebody distrusts maps because of what the family lived through.")
    assert main(["class", "reasons", str(folder), "--class", str(out)]) == 2
    assert "Somebody" in (out / explaining.TYPED).read_text()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "not JSON"),
        (b'{"kind": "alignment class"}', "not a reason"),
        (b'{"kind": "alignment reason for the class", "schema": 9}', "version 9"),
    ],
)
def test_another_file_is_one_sentence(content, said):
    with pytest.raises(BrokenRecord, match=said):
        read(content)


# What the student sees.


def test_nobody_is_asked_for_a_reason_beside_an_invented_or_a_small_class():
    shown = build(own_files(60), 1, Lists("salt"), {})[0]
    small = build(own_files(8), 1, Lists("salt"), {})[0]
    assert ClassPanel().reason.view.layout.display == "none"
    assert ClassPanel(small).reason.view.layout.display == "none"
    assert ClassPanel(shown).reason.view.layout.display == ""


def test_a_reason_is_made_for_a_far_score_and_leaves_no_copy(tmp_path):
    files = own_files(60)
    class_file.save_own(files[0])
    panel = ClassPanel(build(files, 1, Lists("salt"), {})[0])
    frame, letters = panel.table().reset_index(), "ABCDEF"
    far = np.flatnonzero((frame["mine"] < frame["q25"]) | (frame["mine"] > frame["q75"]))
    near = np.flatnonzero(frame["mine"].between(frame["q25"], frame["q75"]))
    assert len(far)
    assert len(near)
    made = panel.reason.make(letters[far[0]], TEXT)
    assert made.domain == "M"
    with pytest.raises(AlignmentError, match="in the middle"):
        panel.reason.make(letters[near[0]], TEXT)
    with pytest.raises(AlignmentError, match="characters"):
        panel.reason.make(letters[far[0]], "No.")
    assert not any("grandmother" in p.read_text() for p in (tmp_path / "own").iterdir())


def test_a_reason_that_is_a_formula_reaches_the_teacher_as_text():
    found = explaining.written([Reason("M", "A", "above", '=HYPERLINK("http://x","y")')])
    assert next(csv.reader(found.splitlines()[1:]))[3] == '\'=HYPERLINK("http://x","y")'


def test_a_file_of_brackets_is_one_sentence():
    with pytest.raises(BrokenRecord, match="not JSON"):
        read(b"[" * 100_000)
