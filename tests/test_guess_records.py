"""Locked guesses: never changed, kept with what was seen first, carried in the bundle."""

import json

import pytest

from alignment.errors import AlignmentError
from alignment.records import BrokenRecord, bundle
from alignment.records.forecasts import AlreadyLocked
from alignment.records.guesses import NAME, Guess, load_guesses, load_seen, lock_guess, mark_seen


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path))
    return tmp_path


def test_a_locked_guess_is_read_back_as_it_was():
    mine = Guess((20.0,), 15, 28, because="a smaller whole")
    assert lock_guess("p4-2", mine).endswith(NAME)
    assert load_guesses() == {"p4-2": mine}


def test_a_locked_guess_is_never_changed():
    lock_guess("p4-2", Guess((20,), 15, 28))
    with pytest.raises(AlreadyLocked, match="p4-2 is locked"):
        lock_guess("p4-2", Guess((22.9,), 22, 23))
    assert load_guesses()["p4-2"].best == 20


def test_a_guess_made_after_the_result_was_seen_is_kept_apart():
    mark_seen("p4-2")
    lock_guess("p4-2", Guess((22.9,), 22, 23))
    lock_guess("p4-3", Guess((-10,), -20, 0))
    assert load_guesses()["p4-2"].after
    assert not load_guesses()["p4-3"].after


def test_a_result_seen_after_locking_is_not_noted():
    lock_guess("p4-2", Guess((20,), 15, 28))
    mark_seen("p4-2")
    mark_seen("p4-3")
    mark_seen("p4-3")
    assert load_seen() == ("p4-3",)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"schema": 2, "guesses": {}, "seen": []}',
        '{"schema": 1, "guesses": {"p4-2": {"values": ["many"]}}, "seen": []}',
        '{"schema": 1, "guesses": {}, "seen": [4]}',
    ],
)
def test_a_broken_or_foreign_file_is_named_and_left_as_it_is(home, text):
    (home / NAME).write_text(text)
    for act in (
        load_guesses,
        lambda: lock_guess("p1-1", Guess((5,), 1, 9)),
        lambda: mark_seen("x"),
    ):
        with pytest.raises(BrokenRecord, match="left as it is"):
            act()
    assert (home / NAME).read_text() == text


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"values": (1,), "names": ("a",)},
        {"values": ("1",)},
        {"names": (1,)},
        {"values": (True,)},
    ],
)
def test_a_guess_holds_numbers_or_names_and_nothing_else(parts):
    with pytest.raises(AlignmentError):
        Guess(**parts)


def test_a_guess_travels_in_the_bundle_and_its_reason_only_if_asked(home):
    lock_guess("p4-2", Guess((20,), 15, 28, because="a smaller whole"))
    for notes in (False, True):
        packed = json.loads(json.dumps(bundle.pack(notes)))
        assert packed["files"][NAME]["guesses"]["p4-2"]["because"] == (
            "a smaller whole" if notes else ""
        )
    (home / NAME).unlink()
    assert bundle.unpack(packed) == [NAME]
    assert load_guesses()["p4-2"].because == "a smaller whole"
