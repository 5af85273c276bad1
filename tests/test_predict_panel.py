"""The panel that asks first: empty fields, a lock that holds, no answer before it."""

import plotly.graph_objects as go
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from alignment.charts.guess import drawn_guess
from alignment.errors import AlignmentError
from alignment.records.forecasts import Forecast, lock_forecast
from alignment.records.guesses import load_guesses, load_seen
from alignment.tables.predictions import predictions
from alignment.widgets import Predict, calibration, dossier, predict, reveal, say, seen

EVERY = predictions()


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path))
    yield tmp_path
    InteractiveShell.clear_instance()


@pytest.fixture
def shell():
    return InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))


def lock(panel: Predict, because: str = "", **values: object) -> None:
    """Do what the page does: send every field in one message."""
    given = {name.strip("_"): value for name, value in values.items()}
    empty = {field["name"]: "" for field in panel.form["fields"]}
    panel._heard(None, {"do": "lock", "values": empty | given, "because": because}, [])


def skip(panel: Predict) -> None:
    panel._heard(None, {"do": "skip"}, [])


def text_of(panel: Predict) -> str:
    bundle = panel._repr_mimebundle_()
    return bundle["text/plain"] + bundle["text/html"]


@pytest.mark.parametrize("asked", EVERY.values(), ids=lambda asked: asked.id)
def test_every_field_is_empty_and_nothing_of_the_answer_is_stored(asked):
    panel = predict(asked.id)
    assert panel.answer == {"locked": False, "values": {}, "because": ""}
    stored = text_of(panel) + str(panel.form)
    assert asked.question.split("“")[0] in stored.replace("&#x27;", "'")
    for secret in (asked.answer, *asked.says.values()):
        assert not secret or len(secret) < 6 or secret not in stored


def test_low_and_high_come_before_the_best_guess():
    assert [field["name"] for field in predict("p4-2").form["fields"]] == ["low", "high", "best"]


def test_a_lock_keeps_the_guess_closes_the_fields_and_says_nothing_of_the_answer():
    panel = predict("p4-2")
    lock(panel, "a smaller whole", low="15", high="28 %", best="20,5")
    mine = load_guesses()["p4-2"]
    assert (mine.low, mine.best, mine.high, mine.because) == (15, 20.5, 28, "a smaller whole")
    assert panel.answer["locked"]
    assert "Locked: 20.5 %, range 15 to 28" in panel.message
    assert "25.2" not in panel.message + text_of(panel)


def test_a_new_panel_shows_what_is_locked():
    say("p4-2", 15, 20, 28)
    panel = predict("p4-2")
    assert panel.answer["values"] == {"low": "15", "high": "28", "best": "20"}
    assert panel.answer["locked"]


def test_a_guess_from_a_cell_is_shown_by_the_panel_that_is_open():
    panel = predict("p4-2")
    say("p4-2", 15, 20, 28)
    assert panel.guess is not None
    assert panel.answer["locked"]


def test_two_panels_cannot_lock_twice():
    one, two = predict("p4-2"), predict("p4-2")
    say("p4-2", 15, 20, 28)
    lock(two, low="1", high="3", best="2")
    assert "what you typed now is not kept. Locked: 20 %" in two.message
    assert load_guesses()["p4-2"].best == 20
    assert one.guess == two.guess


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "the low end is empty"),
        ({"low": "15", "high": "28"}, "your best guess is empty"),
        ({"low": "many", "high": "28", "best": "20"}, "is “many”; write a number"),
        ({"low": "15", "high": "128", "best": "20"}, "is 128; expected 0 to 50 %"),
        ({"low": "15", "high": "18", "best": "20"}, "15 to 18 does not hold your best guess 20"),
        ({"low": "nan", "high": "18", "best": "20"}, "the low end is nan; expected 0 to 50 %"),
    ],
)
def test_what_cannot_be_locked_is_answered_in_one_sentence_and_nothing_is_kept(values, words):
    panel = predict("p4-2")
    lock(panel, **values)
    assert panel.message.startswith("Not locked: ")
    assert words in panel.message
    assert load_guesses() == {}


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("p8-1", "27%", "is “27%”, but per cent is not asked for; write 0.27, a part of 1"),
        ("p5-1", "27 per cent", "write a number without the sign, 0 to 90 points"),
        ("p3-1", "1,500", "can be read in two ways; write 1.500 or 1500"),
        ("p8-1", "abc", "is “abc”; write a number, such as 12.5"),
        ("p8-1", "-3", "is -3; expected 0 to 0.6 weight"),
        ("p4-2", "120", "is 120; expected 0 to 50 %"),
        ("p4-2", "", "is empty; write a number"),
    ],
)
def test_a_number_that_cannot_be_read_is_answered_with_what_to_write(name, typed, words):
    panel = predict(name)
    lock(panel, **{field["name"]: typed for field in panel.form["fields"]})
    assert words in panel.message
    assert load_guesses() == {}


@pytest.mark.parametrize(
    ("typed", "number"), [("27%", 27), ("27 %", 27), ("1,5", 1.5), ("0,408", 0.408), ("2 ", 2)]
)
def test_a_number_is_read_as_people_write_it(typed, number):
    panel = predict("p4-2")
    lock(panel, low="0", high="50", best=typed)
    assert load_guesses()["p4-2"].best == number


def test_a_confidence_may_carry_its_sign():
    panel = predict("p3-3")
    lock(panel, choice="Aircraft", sure="60%")
    assert load_guesses()["p3-3"].sure == 0.6


def test_a_choice_needs_a_confidence_of_chance_at_least():
    panel = predict("p3-3")
    lock(panel, choice="Aircraft", sure="5")
    assert "expected 20 to 100 per cent" in panel.message
    lock(panel, sure="60")
    assert "nothing is chosen" in panel.message
    lock(panel, choice="Aircraft", sure="60")
    assert load_guesses()["p3-3"].sure == 0.6


def test_an_order_gives_each_a_place_of_its_own():
    panel = predict("p4-4")
    places = {"first": "China", "second": "China", "third": "India", "fourth": "Türkiye"}
    lock(panel, **places, sure="50")
    assert "a place of its own" in panel.message
    lock(panel, **places | {"second": "South Korea"}, sure="50")
    assert load_guesses()["p4-4"].names == ("China", "South Korea", "India", "Türkiye")


def test_a_line_is_given_up_to_the_year_before_the_first_one_asked_for():
    form = predict("p4-1").form
    assert form["names"] == ["2022", "2023", "2024", "2025"]
    assert form["known"][-1] == ["2021", 146.9]


def test_skipping_is_one_press_and_counts_as_seen():
    panel = predict("p4-2")
    skip(panel)
    assert load_seen() == ("p4-2",)
    assert "Skipped" in panel.message
    assert "You have seen the result already" in predict("p4-2").message


UNCOUNTED = "does not count in your calibration"


def test_an_open_panel_says_at_once_that_its_result_was_shown():
    panel = predict("p4-2")
    seen("p4-2")
    assert UNCOUNTED in panel.message


@pytest.mark.parametrize("shown", ["skipped", "seen in a cell", "revealed", "drawn"])
def test_a_guess_locked_after_its_result_was_shown_says_so_everywhere(shell, shown):
    panel = predict("p4-2")
    if shown == "skipped":
        panel._heard(None, {"do": "skip"}, [])
    elif shown == "seen in a cell":
        seen("p4-2")
    elif shown == "revealed":
        with capture_output():
            reveal("p4-2")
    else:
        drawn_guess(go.Figure(go.Bar(x=["China"], y=[25])), "p4-2")
    lock(panel, low="15", high="28", best="20")
    assert load_guesses()["p4-2"].after
    for said in (panel.message, predict("p4-2").message, text_of(panel)):
        assert UNCOUNTED in said
    with capture_output() as captured:
        reveal("p4-2")
    assert UNCOUNTED in captured.outputs[0].data["text/plain"]
    with capture_output() as captured:
        calibration()
    said = captured.outputs[-1].data["text/plain"]
    assert "Guesses made after their result was seen, and not counted: p4-2." in said


def test_a_guess_locked_before_its_result_says_nothing_of_it(shell):
    panel = predict("p4-2")
    lock(panel, low="15", high="28", best="20")
    with capture_output() as captured:
        reveal("p4-2")
    assert UNCOUNTED not in panel.message + captured.outputs[0].data["text/plain"]


def test_what_is_stored_does_not_depend_on_what_was_seen():
    before = text_of(predict("p4-2"))
    skip(predict("p4-2"))
    assert text_of(predict("p4-2")) == before


@pytest.mark.parametrize(
    "given", [(), (1, 2), ([1, 2], 3), ("a",)], ids=["nothing", "two", "a list", "a word"]
)
def test_a_wrong_line_of_code_is_answered_with_the_right_one(given):
    with pytest.raises(AlignmentError, match=r'p4-2 is locked with say\("p4-2", low, best, high\)'):
        say("p4-2", *given)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("p0", ([10, 20],)),
        ("p4-1", ([150, 160, 170, 180], 160, 200)),
        ("p3-3", ("Aircraft", 60)),
        ("p4-4", (["China", "India", "Türkiye", "South Korea"], 40)),
        ("p2-1", (1960, 1980, 2001)),
    ],
)
def test_every_kind_can_be_locked_from_a_cell_and_revealed(shell, name, given):
    say(name, *given)
    with capture_output() as captured:
        reveal(name)
    said = captured.outputs[0].data["text/plain"]
    assert EVERY[name].answer in said
    begins = said.split(".")[0].split(",")[0]
    assert begins in ("Right", "Near", "Not near", "Yes", "No")


def test_a_result_without_a_guess_says_the_answer_and_counts_as_seen(shell):
    with capture_output() as captured:
        reveal("p4-2")
    said = captured.outputs[0].data["text/plain"]
    assert said.startswith("The answer is 25.2 % in the second year")
    assert load_seen() == ("p4-2",)


def test_a_broken_file_is_named_and_the_result_is_said_all_the_same(shell, home):
    (home / "guesses.json").write_text("{")
    assert "guesses.json cannot be read" in predict("p4-2").message
    with capture_output() as captured:
        reveal("p4-2")
    assert "guesses.json cannot be read" in captured.stdout
    assert "The answer is 25.2 % in the second year" in captured.outputs[0].data["text/plain"]
    assert (home / "guesses.json").read_text() == "{"


# --- looking back -----------------------------------------------------------------------------


def lock_many(count: int, held: bool) -> None:
    numbers = [each for each in EVERY.values() if each.is_number and each.value == each.value]
    for asked in numbers[:count]:
        ends = (asked.low, asked.value, asked.high)
        if not held:
            miss = asked.low if asked.value > asked.low else asked.high
            ends = (miss, miss, miss)
        say(asked.id, *ends)


def looked_back() -> str:
    with capture_output() as captured:
        calibration()
    return "\n".join(out.data["text/plain"] for out in captured.outputs)


def test_nothing_locked_is_said_in_one_paragraph(shell):
    assert looked_back().startswith("Nothing is locked yet.")


def test_few_ranges_get_no_verdict(shell):
    lock_many(5, held=True)
    assert "With 5 ranges luck decides" in looked_back()


def test_ranges_that_never_hold_are_called_too_narrow_and_those_that_always_hold_too_wide(shell):
    lock_many(12, held=False)
    said = looked_back()
    assert "0 of 12 ranges held the right value; eight in ten would be about 10" in said
    assert "Your ranges are too narrow" in said


def test_a_guess_made_after_the_result_is_named_and_never_counted(shell):
    reveal("p4-2")
    say("p4-2", 22, 22.5, 23)
    lock_many(3, held=True)
    said = looked_back()
    assert "not counted: p4-2" in said
    assert "of 3 ranges" in said


def test_a_forecast_of_what_an_earlier_lesson_showed_is_named_and_never_counted(shell):
    say("p3-3", "Aircraft", 60)
    for name in ("R1", "R2", "R9"):
        lock_forecast(name, Forecast(10))
    said = looked_back()
    assert "You gave 2 probabilities" in said
    assert "had shown (R1, R2)" in said


def test_how_often_things_came_true_is_not_called_right(shell):
    lock_forecast("R9", Forecast(10))  # it did not happen, so ten per cent was no mistake
    say("p3-3", "Aircraft", 60)
    assert "Below 75 per cent: you said 35 % on average; 0 of 2 came true." in looked_back()


def test_the_yardstick_of_choices_and_orders_is_a_blind_pick_of_the_same_answers(shell):
    asked = EVERY["p4-4"]
    pairs = sorted(zip(asked.values, asked.names, strict=True), reverse=True)
    order = [name for _, name in pairs]
    say("p4-4", order, 60)
    one = looked_back()
    assert "One alone says nothing" in one
    assert "Brier" not in one
    say("p3-3", "Aircraft", 60)  # not right
    said = looked_back()
    assert f"have a Brier score of {(0.4**2 + 0.6**2) / 2:.2f} (0 is best)" in said
    blind = ((1 - 1 / 24) ** 2 + (1 / len(EVERY["p3-3"].names)) ** 2) / 2
    assert f"picks blindly, it would be {blind:.2f}" in said


def test_the_question_about_oneself_says_how_many_ranges_there_are(shell):
    lock_many(3, held=True)
    assert "You have locked 3 ranges." in predict("p10-4").message


def test_the_question_about_oneself_is_answered_from_ones_own_ranges(shell):
    lock_many(4, held=True)
    say("p10-4", 1, 2, 3)
    with capture_output() as captured:
        reveal("p10-4")
    said = captured.outputs[0].data["text/plain"]
    assert said.startswith("Near. You said 2; 4 of 4 held the right value. With few ranges,")


def test_an_empty_dossier_says_what_it_collects(shell, capsys):
    dossier()
    assert "Your dossier is empty" in capsys.readouterr().out


def test_a_dossier_holds_what_was_kept_and_loads_nothing(shell, home):
    lock_many(4, held=True)
    say("p3-3", "Aircraft", 60, because="<script>alert(1)</script>")
    with capture_output():
        dossier()
    html = (home / "my-dossier.html").read_text(encoding="utf-8")
    assert "<h2>Guesses</h2>" in html
    assert "&lt;script&gt;alert(1)" in html
    assert "<script" not in html
    assert "http" not in html
