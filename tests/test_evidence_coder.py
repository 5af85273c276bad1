"""The evidence coder: the student codes an item before the course's codes of it appear."""

import html
import json

import ipywidgets as widgets
import pytest

from alignment.errors import AlignmentError
from alignment.records.evidence import load_evidence
from alignment.tables import load
from alignment.widgets import EvidenceCoder

CODES = {"H1": "C", "H2": "C", "H3": "N", "H4": "C", "H5": "I"}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder for the student's own files, as builds have."""
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def coder():
    return EvidenceCoder()


def test_a_new_coder_names_each_item_and_shows_none_of_the_courses_codes(coder, folder):
    assert "0 of 14 items are coded" in repr(coder)
    assert [label for label, _ in coder._boxes["card"].options][:2] == [
        "e1 Trade grew",
        "e2 Trade fell",
    ]
    assert "The course" not in coder.state_html()
    assert list(folder.iterdir()) == []


def test_the_courses_codes_appear_when_all_five_are_chosen(coder):
    for name, word in list(CODES.items())[:4]:
        coder._boxes[name].value = word
    assert "appear when all five" in coder._html.value
    coder._boxes["H5"].value = "I"
    assert "The course" in coder._html.value
    assert coder.done() == ["e1"]


def test_a_code_set_in_a_cell_is_saved_and_read_again(coder, folder, capsys):
    coder.code("e12", **CODES)
    assert "1 of 14 items are coded" in capsys.readouterr().out
    assert load_evidence() == {"e12": CODES}
    assert EvidenceCoder().done() == ["e12"]
    assert json.loads((folder / "evidence.json").read_text())["schema"] == 1


def test_a_choice_can_be_taken_back(coder):
    coder.code("e1", H1="C")
    coder.code("e1", H1="")
    assert coder.coded == {}


def test_the_next_item_begins_empty(coder):
    coder.code("e1", **CODES)
    coder.turn("e2")
    assert {coder._boxes[name].value for name in CODES} == {""}
    assert coder.done() == ["e1"]


@pytest.mark.parametrize(
    ("item", "codes", "sentence"),
    [
        ("e99", {}, "There is no item 'e99'; did you mean 'e9'"),
        ("e1", {"H9": "C"}, "There is no hypothesis 'H9'"),
        ("e1", {"H1": "X"}, "There is no code 'X'; use one of CC, C, N, I, II"),
    ],
)
def test_an_unknown_word_is_answered_with_the_known_ones(coder, item, codes, sentence):
    with pytest.raises(AlignmentError, match=sentence):
        coder.code(item, **codes)
    assert coder.coded == {}


@pytest.mark.parametrize(
    "text", ["{half", '{"schema": 9, "items": {}}', '{"schema": 1, "items": [1]}']
)
def test_a_broken_or_newer_file_is_reported_and_left_alone(folder, text):
    path = folder / "evidence.json"
    path.write_text(text)
    coder = EvidenceCoder()
    coder.code("e1", H1="C")
    assert "Not saved" in coder.message
    assert path.read_text() == text


def test_every_label_has_the_room_it_needs_and_stands_beside_what_its_hypothesis_expects():
    coder = EvidenceCoder()
    expects = load("hypotheses").set_index("hypothesis")["expects"]
    lines = {line.children[0]: line.children[1].value for line in lines_of(coder)}
    for name in CODES:
        box = coder._boxes[name]
        assert box.style.description_width == "initial"
        assert html.escape(expects[name]) in lines[box]


def lines_of(coder):
    """The rows of the panel that hold a choice and a text."""
    (rows,) = (each for each in coder.view.children if isinstance(each, widgets.VBox))
    return rows.children
