"""The memo linter and the premortem board: form only, own words kept, never printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.errors import AlignmentError
from alignment.records.drafts import load_draft
from alignment.tables import likelihood, load, reading
from alignment.tables.likelihood import term, terms_in
from alignment.widgets import MemoLinter, PremortemBoard, memo_rules
from alignment.widgets.memo_rules import lint, sentences


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path / "own"))
    return tmp_path / "own"


def kinds(text):
    return [found.kind for found in lint(f"{text}\n\nDissent: others differ.")]


# --- the rules --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("percent", "word"),
    [
        (1, "almost no chance"),
        (5, "very unlikely"),
        (20, "unlikely"),
        (45, "roughly even chance"),
        (55, "likely"),
        (80, "very likely"),
        (95, "almost certain"),
        (99, "almost certain"),
        (0, ""),
        (100, ""),
    ],
)
def test_a_boundary_belongs_to_the_range_above_it(percent, word):
    assert term(percent) == word


@given(percent=st.floats(1, 99))
def test_every_probability_has_a_word_that_is_found_again(percent):
    assert terms_in(f"This is {term(percent)}, we think.") == [term(percent)]


def test_the_longer_word_wins():
    for word in load("likelihood_words")["word"]:
        assert terms_in(f"It is {word}.") == [word]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A contract is unlikely (30 %) by June.", []),
        ("A contract is very unlikely (30 %) by June.", ["words and numbers"]),
        ("A contract is unlikely by June.", ["words and numbers"]),
        ("Patrols are almost certain (100 %) to go on.", ["words and numbers"]),
        ("It is likely (70 %), with high confidence.", ["likelihood and confidence"]),
        ("It is likely (70 %). Our confidence is high.", []),
        ("The order led to a fall in exports.", ["causal verb"]),
        ("Exports fell after the order.", []),
        ("China's support sustains the war.", ["causal verb"]),
        ("Trade was 228.1 billion dollars.", ["uncited number"]),
        ("Trade was 228.1 billion dollars ([customs](https://example.org)).", []),
        ("Trade was 228.1 billion dollars (table trade).", []),
        ("Two domains lead, and 3 people agreed on 9 May 2026.", []),
        ("By 31 December 2027 patrols are very likely (85 %).", []),
        ("It fell by 5 per cent.", ["uncited number"]),
    ],
)
def test_each_rule_finds_what_it_is_for_and_nothing_else(text, found):
    assert kinds(text) == found


def test_a_memo_without_dissent_is_told_once():
    assert [found.kind for found in lint("Do less.")] == ["dissent"]
    assert lint("") == []
    assert lint("## Dissent\n\nSome expect a split.") == []


def test_sentences_end_at_points_headings_and_list_items():
    memo = "# Title\n\nTrade was 3.5 per cent. It fell.\n- One item\n- Another\n\nLast line"
    assert sentences(memo) == [
        "Trade was 3.5 per cent.",
        "It fell.",
        "One item",
        "Another",
        "Last line",
    ]


@given(text=st.text(max_size=300))
def test_any_text_can_be_read(text):
    for found in lint(text):
        assert found.advice


# --- the memo panel ---------------------------------------------------------------------------

BAD = "Support sustains the war. It is very likely (60 %) to go on, with high confidence."


def test_a_press_reads_each_sentence_once_and_the_words_of_probability_once(monkeypatch):
    looked_at, read = [], []
    rules, words = memo_rules._look_at, reading.read
    monkeypatch.setattr(memo_rules, "_look_at", lambda s: looked_at.append(s) or rules(s))
    monkeypatch.setattr(reading, "read", lambda *args: read.append(args) or words(*args))
    reading._frame.cache_clear()
    likelihood._scale.cache_clear()
    panel = MemoLinter("")
    panel._area.value = "\n\n".join(f"{BAD} Case {n} is unlikely." for n in range(20))
    panel._check.click()
    assert len(looked_at) == len(sentences(panel.text))
    assert len(read) == 1


def test_button_and_cell_find_the_same(capsys):
    panel, other = MemoLinter(""), MemoLinter("")
    panel.set(BAD)
    assert "4 things to look at" in capsys.readouterr().out
    other._area.value = BAD
    other._check.click()
    assert repr(other) == repr(panel)
    assert list(panel.findings()["kind"]) == [
        "causal verb",
        "words and numbers",
        "likelihood and confidence",
        "dissent",
    ]
    assert "the word there is &#x27;likely&#x27;" in other._list.value


def test_the_students_text_is_kept_and_never_part_of_the_state():
    panel = MemoLinter()
    panel._area.value = BAD
    panel._keep.click()
    assert load_draft("memo") == [{"text": BAD}]
    again = MemoLinter()
    assert again.text == BAD
    for text in (repr(again), again.state_html()):
        assert "Support" not in text


def test_a_broken_draft_is_said_and_left_alone(home):
    home.mkdir()
    (home / "memo.json").write_text("{")
    panel = MemoLinter()
    assert "left as it is" in panel._live.text
    panel._keep.click()
    assert "Not saved" in panel._live.text
    assert (home / "memo.json").read_text() == "{"


def test_something_that_is_no_text_gets_one_sentence():
    with pytest.raises(AlignmentError, match="A memo is text; found int"):
        MemoLinter("").set(3)


# --- the premortem ----------------------------------------------------------------------------


def test_a_reason_is_kept_counted_and_found_again(capsys):
    board = PremortemBoard()
    board.add("wrong data", "customs revised the base year", sign="a new vintage")
    assert "Saved in own/premortem.json" in capsys.readouterr().out
    assert PremortemBoard().to_frame().values.tolist() == [
        ["wrong data", "customs revised the base year", "a new vintage"]
    ]
    assert board.missing() == ["wrong event", "wrong mechanism", "wrong values"]


def test_the_state_counts_and_never_prints_a_reason():
    board = PremortemBoard()
    board.add("wrong event", "we asked about treaties, not about trade")
    for text in (repr(board), board.state_html()):
        assert "treaties" not in text
    assert "1 reason; none yet for wrong mechanism, wrong data, wrong values" in repr(board)


def test_the_button_adds_and_empties_the_fields_and_refuses_in_words():
    board = PremortemBoard()
    button = board.view.children[4]
    board._reason.value = "short"
    button.click()
    assert "Not added: The reason is too short (5 characters)" in board._live.text
    board._kind.value, board._reason.value = "wrong values", "we never asked the neighbours"
    button.click()
    assert board.to_frame()["kind"].tolist() == ["wrong values"]
    assert board._reason.value == ""
    assert "we never asked the neighbours" in board._table.value


def test_a_reason_can_be_taken_back():
    board = PremortemBoard()
    board.add("wrong values", "we never asked the neighbours")
    board.remove(1)
    assert load_draft("premortem") == []
    with pytest.raises(AlignmentError, match="no reason 1; there are 0"):
        board.remove(1)


def test_an_unknown_kind_says_which_there_are():
    with pytest.raises(AlignmentError, match="there are wrong event, wrong mechanism"):
        PremortemBoard().add("bad luck", "nobody could have known this")


def test_every_kind_has_its_remedy_in_the_table():
    html = PremortemBoard().state_html()
    assert html.count("<tr>") == 5
    assert "find a second source" in html
