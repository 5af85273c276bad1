"""Locked forecasts and drafts: kept in one step, never changed behind the student's back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.errors import AlignmentError
from alignment.records import bundle
from alignment.records.drafts import load_draft, save_draft
from alignment.records.forecasts import (
    AlreadyLocked,
    Forecast,
    head,
    load_forecasts,
    lock_forecast,
)
from fairmark.files import BrokenRecord


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path / "own"))
    return tmp_path / "own"


def test_without_a_file_nothing_is_locked(home):
    assert load_forecasts() == {}
    assert not home.exists()


def test_a_locked_forecast_comes_back_as_it_was(home):
    shown = lock_forecast("R3", Forecast(95, base="7 of 7 years", why="a yearly habit"))
    lock_forecast("N1", Forecast(40))
    assert shown == "own/forecasts.json"
    assert load_forecasts() == {
        "R3": Forecast(95, "7 of 7 years", "a yearly habit"),
        "N1": Forecast(40),
    }


def test_a_locked_forecast_cannot_be_changed(home):
    lock_forecast("R3", Forecast(95))
    before = (home / "forecasts.json").read_bytes()
    with pytest.raises(AlreadyLocked, match="R3 is locked at 95 per cent"):
        lock_forecast("R3", Forecast(5))
    assert (home / "forecasts.json").read_bytes() == before


def test_the_file_holds_no_name_no_time_and_no_path(home):
    lock_forecast("R3", Forecast(95, why="habit"))
    record = json.loads((home / "forecasts.json").read_text())
    assert record["forecasts"] == {"R3": {"percent": 95, "base": "", "why": "habit"}}
    assert set(record) == {"schema", "forecasts", "chain"}
    assert set(record["chain"][0]) == {"question", "words", "digest"}
    assert [path.name for path in home.iterdir()] == ["forecasts.json"]  # no temporary file left


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        '{"schema": 2, "forecasts": {}}',
        '{"schema": 1}',
        "[]",
        '{"schema": 1, "forecasts": {"R1": {"percent": 101}}}',
        '{"schema": 1, "forecasts": {"R1": {"percent": 50, "name": "somebody"}}}',
        '{"schema": 1, "forecasts": {"R1": 50}}',
    ],
)
def test_a_broken_foreign_or_newer_file_is_said_and_left_untouched(home, text):
    home.mkdir()
    path = home / "forecasts.json"
    path.write_text(text)
    with pytest.raises(BrokenRecord, match=r"forecasts\.json .* left as it is"):
        load_forecasts()
    with pytest.raises(BrokenRecord):
        lock_forecast("R1", Forecast(50))
    assert path.read_text() == text


@pytest.mark.parametrize(
    ("part", "value"), [("percent", 96), ("why", "something wiser"), ("base", "7 of 8")]
)
def test_a_forecast_changed_in_the_file_after_it_was_locked_is_seen(home, part, value):
    for name in ("R1", "R2", "R3"):
        lock_forecast(name, Forecast(95, why="habit"))
    path = home / "forecasts.json"
    record = json.loads(path.read_text())
    record["forecasts"]["R2"][part] = value
    path.write_text(json.dumps(record))
    with pytest.raises(BrokenRecord, match="changed after R2 was locked"):
        load_forecasts()


def test_a_forecast_taken_out_or_put_in_without_a_lock_is_seen(home):
    for name in ("R1", "R2"):
        lock_forecast(name, Forecast(95))
    path = home / "forecasts.json"
    record = json.loads(path.read_text())
    extra = record | {"forecasts": record["forecasts"] | {"R9": record["forecasts"]["R1"]}}
    path.write_text(json.dumps(extra))
    with pytest.raises(BrokenRecord, match="changed after R9"):
        load_forecasts()
    path.write_text(json.dumps(record | {"forecasts": {"R2": record["forecasts"]["R2"]}}))
    with pytest.raises(BrokenRecord, match="changed after R1"):
        load_forecasts()


def test_the_head_of_the_chain_stands_for_every_lock_before_it(home):
    assert head() == ""
    lock_forecast("R1", Forecast(95))
    first = head()
    lock_forecast("R2", Forecast(95))
    assert len(first) == 64
    assert head() != first


def test_locks_written_again_from_the_start_have_another_head_than_the_one_handed_in(home):
    for name in ("R1", "R2"):
        lock_forecast(name, Forecast(95))
    handed_in = head()
    (home / "forecasts.json").unlink()
    lock_forecast("R1", Forecast(5))
    lock_forecast("R2", Forecast(95))
    assert head() != handed_in
    (home / "forecasts.json").unlink()
    for name in ("R1", "R2"):
        lock_forecast(name, Forecast(95))
    assert head() == handed_in


def test_the_chain_still_fits_when_the_words_were_left_out(home):
    lock_forecast("R1", Forecast(95, why="habit"))
    packed = bundle.pack(notes=False)
    (home / "forecasts.json").unlink()
    bundle.unpack(json.loads(json.dumps(packed, sort_keys=True)))
    assert load_forecasts() == {"R1": Forecast(95)}


@pytest.mark.parametrize("percent", [-1, 100.5, "50", None, True, float("nan")])
def test_a_forecast_outside_0_to_100_is_refused(percent):
    with pytest.raises(AlignmentError, match="0 to 100 per cent"):
        Forecast(percent)


@given(percents=st.lists(st.integers(0, 100), min_size=1, max_size=5))
def test_any_whole_percentages_survive_the_file(percents, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALIGNMENT_HOME", str(tmp_path_factory.mktemp("own")))
        for number, percent in enumerate(percents):
            lock_forecast(f"N{number}", Forecast(percent))
        assert [each.percent for each in load_forecasts().values()] == percents


def test_a_draft_is_kept_and_replaced_in_one_step(home):
    assert load_draft("premortem") == []
    save_draft("premortem", [{"kind": "wrong data", "reason": "trade was revised"}])
    assert save_draft("premortem", [{"kind": "wrong event", "reason": "x"}]) == (
        "own/premortem.json"
    )
    assert load_draft("premortem") == [{"kind": "wrong event", "reason": "x"}]


@pytest.mark.parametrize("text", ["{", '{"schema": 9, "parts": []}', '{"schema": 1, "parts": [1]}'])
def test_a_broken_draft_is_left_untouched(home, text):
    home.mkdir()
    (home / "memo.json").write_text(text)
    with pytest.raises(BrokenRecord, match=r"memo\.json"):
        save_draft("memo", [{"text": "my memo"}])
    assert (home / "memo.json").read_text() == text


def test_an_unknown_draft_says_which_there_are():
    with pytest.raises(AlignmentError, match="there are memo, premortem"):
        load_draft("essay")
    with pytest.raises(AlignmentError, match="texts only"):
        save_draft("memo", [{"text": 3}])
