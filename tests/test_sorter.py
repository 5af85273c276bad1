"""The claim sorter: every claim on a card, two codings beside it, no key, saved at once."""

import json

import pandas as pd
import pytest

from alignment.errors import AlignmentError
from alignment.records.codings import load_codings, save_codings
from alignment.tables import load
from alignment.widgets import ClaimSorter

MIXED = ["C1", "C3", "C7", "C15", "C23", "C25"]  # six claims of five types


def kappa(first: pd.Series, second: pd.Series) -> float:
    same = (first == second).mean()
    chance = (first.value_counts(normalize=True) * second.value_counts(normalize=True)).sum()
    return (same - chance) / (1 - chance)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder for the student's own files, as builds have."""
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def sorter():
    return ClaimSorter(kappa)


def as_coding_one(sorter, claims):
    first = load("claim_codings").set_index("id")["first"]
    for claim in claims:
        sorter.code(claim, type=first[claim])


# --- coding -----------------------------------------------------------------------------------


def test_a_new_sorter_has_32_claims_and_no_coding(sorter, folder):
    assert "0 of 32 claims have a type" in repr(sorter)
    assert sorter.state_html().count("not coded yet") == 32
    assert list(folder.iterdir()) == []


def test_a_claim_coded_in_a_cell_is_saved_and_printed(sorter, folder, capsys):
    sorter.code("C7", type="causal", false_if="Russia keeps its output without China")
    assert load_codings()["C7"]["type"] == "causal"
    assert f"Saved in {folder.name}/claims.json." in capsys.readouterr().out


def test_choosing_does_the_same_as_the_cell(sorter):
    sorter._boxes["card"].value = "C7"
    sorter._boxes["type"].value = "causal"
    sorter._boxes["false_if"].value = "  a sign  "
    assert sorter.coded == {"C7": {"type": "causal", "false_if": "a sign"}}


def test_the_next_sorter_reads_what_the_last_one_saved(sorter):
    sorter.code("C3", type="descriptive")
    assert ClaimSorter(kappa).coded == {"C3": {"type": "descriptive"}}


def test_a_choice_can_be_taken_back(sorter):
    sorter.code("C3", type="descriptive")
    sorter.code("C3", type="")
    assert sorter.coded == {}


def test_turning_the_card_changes_no_coding(sorter):
    sorter.code("C32", type="normative")
    sorter.steps()[1].click()
    assert sorter.card == "C1"
    assert sorter._boxes["type"].value == ""
    assert sorter.coded == {"C32": {"type": "normative"}}


@pytest.mark.parametrize(
    ("claim", "parts", "sentence"),
    [
        ("C99", {}, "There is no claim 'C99'; did you mean"),
        ("C7", {"type": "causes"}, "There is no type 'causes'; did you mean 'causal'"),
        ("C7", {"kind": "causal"}, "There is no part 'kind'; use one of type, domain"),
        ("C7", {"interest": "V9"}, "There is no interest 'V9'"),
    ],
)
def test_an_unknown_word_is_answered_with_the_known_ones(sorter, claim, parts, sentence):
    with pytest.raises(AlignmentError, match=sentence):
        sorter.code(claim, **parts)
    assert sorter.coded == {}


# --- comparing --------------------------------------------------------------------------------


def test_other_codings_appear_only_after_the_own_one(sorter):
    assert "Two other codings appear when" in sorter._front.value
    sorter.code("C1", type="normative")
    assert "coding one: evaluative; coding two: causal. None of them is an answer key." in (
        sorter._front.value
    )


def test_the_same_types_as_coding_one_agree_fully_with_it(sorter):
    as_coding_one(sorter, MIXED)
    table = sorter.compare()
    assert table.loc["coding one"].to_dict() == {"claims": 6, "same": 6, "agreement": 1}
    assert table.loc["coding two", "same"] == 4
    assert table.loc["coding two", "agreement"] < 1


def test_four_claims_are_too_few_for_agreement(sorter):
    as_coding_one(sorter, MIXED[:4])
    assert sorter.compare()["agreement"].isna().all()
    assert "too few claims" in sorter._html.value


def test_agreement_is_computed_by_the_function_of_the_lesson():
    sorter = ClaimSorter(lambda first, second: 0.25)
    as_coding_one(sorter, MIXED)
    assert "agreement with coding one 0.25" in repr(sorter)


# --- files and what is shown ------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["{half a file", '{"schema": 99, "claims": {}}', '{"schema": 1, "claims": [1]}']
)
def test_a_broken_or_newer_file_is_reported_and_left_alone(folder, text):
    path = folder / "claims.json"
    path.write_text(text)
    sorter = ClaimSorter(kappa)
    assert "it was left as it is" in sorter.message
    sorter.code("C1", type="causal")
    assert "Not saved: claims.json" in sorter.message
    assert path.read_text() == text


def test_a_coding_holds_no_name_path_or_time(folder):
    save_codings({"C1": {"type": "causal"}})
    record = json.loads((folder / "claims.json").read_text())
    assert record == {"schema": 1, "claims": {"C1": {"type": "causal"}}}


def test_text_with_markup_is_shown_as_written(sorter):
    sorter.code("C1", type="causal", false_if="<img src=x>")
    assert "<img" not in sorter.state_html() + sorter._front.value + sorter._html.value


def test_two_sorters_in_the_same_state_print_the_same():
    one, two = (ClaimSorter(kappa)._repr_mimebundle_() for _ in range(2))
    assert one == two


def test_every_input_has_a_label(sorter):
    assert all(box.description for box in sorter._boxes.values())
