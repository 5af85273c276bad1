"""The denominator machine: a share only where the part lies in the whole, and one sentence."""

import pandas as pd
import pytest

from alignment.errors import AlignmentError
from alignment.widgets import DenominatorMachine

ROWS = {
    "trade in own money": (90.0, "bn", "2025", "flow", "a minister", ("bilateral", "all trade")),
    "bilateral": (100.0, "bn", "2025", "flow", "customs", ("all trade",)),
    "all trade": (2500.0, "bn", "2025", "flow", "customs", ()),
    "yuan reserves": (2.0, "points", "March", "stock", "the IMF", ("all reserves",)),
    "all reserves": (100.0, "points", "March", "stock", "the IMF", ()),
}


@pytest.fixture
def quantities():
    names = ["value", "unit", "period", "kind", "claimant", "inside"]
    return pd.DataFrame.from_dict(ROWS, orient="index", columns=names)


def share(part, whole):
    return part["value"] / whole["value"] if whole.name in part["inside"] else None


@pytest.fixture
def machine(quantities):
    return DenominatorMachine(quantities, share)


def test_it_starts_with_a_part_and_a_whole_that_holds_it(machine):
    assert (machine.part, machine.whole) == ("trade in own money", "bilateral")
    assert machine.share() == 0.9


def test_the_same_part_has_another_share_in_another_whole(machine):
    machine.set(whole="all trade")
    assert machine.share() == pytest.approx(0.036)
    assert "2025: trade in own money was 3.6 per cent of all trade" in repr(machine)


def test_the_sentence_names_who_says_so_and_what_it_does_not_say(machine):
    assert "(source of the part: a minister)" in machine.sentence()
    assert "It does not lie wholly inside all reserves: of these" in machine.sentence()


def test_a_part_that_is_a_whole_too_is_not_listed_beside_itself(machine):
    machine.set("bilateral", "all trade")
    silent = machine.sentence().partition("It does not lie wholly inside ")[2]
    assert silent
    assert "bilateral" not in silent
    assert "bilateral" not in list(machine.table()["whole"])


def test_what_is_no_part_gets_no_number(machine, capsys):
    machine.set(whole="all reserves")
    said = capsys.readouterr().out
    assert said.startswith("No share: trade in own money is no part of all reserves")
    assert "(part: flow; whole: stock)" in said
    assert machine.share() is None
    assert "%" not in machine._html.value.partition("<table")[2]


def test_a_thing_over_itself_says_nothing(machine):
    machine.set("bilateral", "bilateral")
    assert "are the same here" in machine.sentence()


def test_the_table_holds_every_whole_and_nan_where_there_is_no_share(machine):
    table = machine.table().set_index("whole")["share"]
    assert list(table.index) == ["bilateral", "all trade", "all reserves"]
    assert table["all trade"] == pytest.approx(0.036)
    assert pd.isna(table["all reserves"])


def test_choosing_with_the_keyboard_does_the_same_as_the_cell(quantities):
    by_hand, by_cell = (DenominatorMachine(quantities, share) for _ in range(2))
    by_hand._boxes["part"].value = "yuan reserves"
    by_hand._boxes["whole"].value = "all reserves"
    by_cell.set("yuan reserves", "all reserves")
    assert repr(by_hand) == repr(by_cell)
    assert by_hand._live.text == by_cell.sentence()
    assert "March: yuan reserves was 2 per cent of all reserves" in repr(by_hand)


def test_a_name_or_a_table_that_does_not_fit_gets_one_sentence(machine, quantities):
    with pytest.raises(AlignmentError, match="There is no quantity 'gold'; there are trade in"):
        machine.set("gold")
    assert machine.part == "trade in own money"
    with pytest.raises(AlignmentError, match="have no column 'kind'"):
        DenominatorMachine(quantities.drop(columns="kind"), share)
