"""Variants: same tables, keys and relations; other numbers; the same seed, the same bytes."""

import filecmp

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment import tables
from alignment.cli import main
from alignment.tables.checking import check
from alignment.tables.package import descriptor
from alignment.tables.relations import KINDS, STAGES, UnknownRelation, broken, relation
from alignment.tables.variant import (
    VariantRefused,
    exchanged,
    flipped,
    scaled,
    variant,
    write_variant,
)

# Texts, definitions and facts about the sources: nothing in them is computed.
UNTOUCHED = {"sources", "criteria", "domains", "domain_anchors", "hypotheses", "ach_items"}
UNTOUCHED |= {"claim_evidence", "glossary", "likelihood_words", "un_members"}
UNTOUCHED |= {"predictions", "prediction_points", "forecast_bank"}
UNTOUCHED |= {"exercise_search", "exercises_left_out"}


@pytest.fixture(scope="module")
def seven(tmp_path_factory):
    folder = tmp_path_factory.mktemp("variant")
    write_variant(7, folder)
    return folder


def load_from(folder, name, monkeypatch):
    monkeypatch.setenv("ALIGNMENT_DATA", str(folder))
    frame = tables.load(name)
    monkeypatch.delenv("ALIGNMENT_DATA")
    return frame


def test_a_variant_passes_every_check_the_real_tables_pass(seven):
    assert [str(fault) for fault in check(seven)[0]] == []


def test_the_same_seed_gives_the_same_bytes(seven, tmp_path):
    write_variant(7, tmp_path)
    names = [path.name for path in seven.iterdir()]
    assert filecmp.cmpfiles(seven, tmp_path, names, shallow=False)[0] == names


def test_another_seed_gives_other_numbers(seven, tmp_path):
    write_variant(8, tmp_path)
    assert not filecmp.cmp(seven / "trade.csv", tmp_path / "trade.csv", shallow=False)


def test_every_table_with_numbers_changes(seven):
    same = {
        item["name"]
        for item in descriptor()["resources"]
        if filecmp.cmp(seven / item["path"], tables.root() / item["path"], shallow=False)
    }
    assert same == UNTOUCHED


@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_columns_types_keys_and_relations_hold_for_any_seed(seed):
    frames = variant(seed)
    for item in descriptor()["resources"]:
        real, new = tables.load(item["name"]), frames[item["name"]]
        assert list(new) == list(real)
        assert len(new) == len(real)
        assert not new.duplicated(item["schema"]["primaryKey"]).any(), item["name"]
        for declared in item["relations"]:
            assert broken(declared, new, frames.__getitem__) == [], item["name"]
        for field in item["schema"]["fields"]:
            limits = field.get("constraints", {})
            column = new[field["name"]].dropna()
            if "minimum" in limits:
                assert (column >= limits["minimum"]).all(), (item["name"], field["name"])
            if "maximum" in limits:
                assert (column <= limits["maximum"]).all(), (item["name"], field["name"])


def test_keys_and_texts_stay(seven, monkeypatch):
    for name, columns in {
        "trade": ["year", "status", "source_id"],
        "cofer": ["quarter", "currency", "name"],
        "finance_points": ["series", "item", "period", "unit", "publisher"],
        "unga_votes": ["year", "n", "resolution"],
    }.items():
        real, new = tables.load(name), load_from(seven, name, monkeypatch)
        pd.testing.assert_frame_equal(real[columns], new[columns])


def test_votes_stay_votes_and_absences_stay(seven, monkeypatch):
    real, new = tables.load("unga_votes"), load_from(seven, "unga_votes", monkeypatch)
    assert set(new["CHN"].dropna()) == {"Y", "N", "A", "X"}
    assert ((real["CHN"] == "X") == (new["CHN"] == "X")).all()
    assert (real["CHN"] != new["CHN"]).mean() > 0.05


def test_agreement_is_computed_from_the_variant_votes(seven, monkeypatch):
    votes = load_from(seven, "unga_votes", monkeypatch).query("year == 2018")
    both = votes[votes["CHN"].isin(list("YNA")) & votes["RUS"].isin(list("YNA"))]
    table = load_from(seven, "unga_agreement", monkeypatch)
    row = table.query("year == 2018 and pair == 'CHN-RUS' and definition == 'strict'")
    assert row["value"].item() == pytest.approx((both["CHN"] == both["RUS"]).mean(), abs=1e-6)


def test_numbers_move_but_not_far(seven, monkeypatch):
    real, new = tables.load("trade")["total"], load_from(seven, "trade", monkeypatch)["total"]
    factor = new / real
    assert (factor != 1).all()
    assert factor.between(0.3, 3).all()


@given(st.lists(st.floats(0, 100), min_size=1, max_size=30), st.integers(0, 2**32))
def test_a_share_stays_between_nothing_and_everything(values, seed):
    import numpy as np

    field = {"name": "pct", "type": "number", "decimals": 6}
    field["constraints"] = {"minimum": 0, "maximum": 100}
    result = scaled(pd.DataFrame({"pct": values}), field, np.random.default_rng(seed))
    assert result.between(0, 100).all()


@given(st.lists(st.sampled_from(["a", "b", None]), min_size=2, max_size=30), st.integers(0, 999))
def test_exchanged_values_are_the_same_values(values, seed):
    import numpy as np

    column = pd.Series(values, dtype="str")
    result = exchanged(column, np.random.default_rng(seed))
    assert sorted(result.dropna()) == sorted(column.dropna())
    assert (result.isna() == column.isna()).all()


@given(st.lists(st.sampled_from(["Y", "N", "A", "X", None]), max_size=40), st.integers(0, 999))
def test_flipped_votes_keep_absences_and_gaps(values, seed):
    import numpy as np

    column = pd.Series(values, dtype="str")
    result = flipped(column, np.random.default_rng(seed))
    assert ((result == "X") == (column == "X")).all()
    assert (result.isna() == column.isna()).all()
    assert set(result.dropna()) <= {"Y", "N", "A", "X"}


def test_a_variant_never_overwrites_the_real_tables():
    with pytest.raises(VariantRefused, match="holds the real tables"):
        write_variant(1, tables.root())


def test_a_variant_cannot_be_written_where_a_file_stands(tmp_path, capsys):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    assert main(["data", "variant", "--seed", "1", "--out", str(tmp_path / "taken")]) == 2
    assert "cannot be made (a file has this name)" in capsys.readouterr().err
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


def test_printed_sums_of_months_add_up_in_the_variant_too(seven, monkeypatch):
    months = load_from(seven, "trade_periods", monkeypatch).set_index("start")
    printed = load_from(seven, "trade_published", monkeypatch).set_index(["start", "end"])
    half = printed.loc[(pd.Timestamp("2023-01-01"), pd.Timestamp("2023-06-30"))]
    inside = months.loc["2023-01-01":"2023-06-30"]
    assert half["exports"] == pytest.approx(inside["exports"].sum(), abs=1e-3)
    assert half["total"] == pytest.approx(half["exports"] + half["imports"], abs=1e-3)


def test_the_command_writes_a_variant_and_refuses_a_seed_that_is_no_number(tmp_path, capsys):
    assert main(["data", "variant", "--seed", "3", "--out", str(tmp_path)]) == 0
    assert "variant of" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["data", "variant", "--seed", "three", "--out", str(tmp_path)])
    assert "a seed is a whole number" in capsys.readouterr().err


def test_every_kind_of_relation_says_what_is_broken_repairs_it_and_names_its_stage():
    for name, kind in KINDS.items():
        assert kind.stage in STAGES, name
        assert callable(kind.broken), name
        assert callable(kind.repair), name


@pytest.mark.parametrize(
    ("declared", "sentence"),
    [
        ({"kind": "summ"}, "There is no relation 'summ'; choose one of"),
        ({"kind": "sum", "total": "a"}, "'sum' takes total, parts, tolerance; found total"),
        ({"kind": "somebody_vetoed", "x": 1}, "takes no settings; found x"),
    ],
)
def test_a_relation_that_does_not_exist_or_lacks_a_setting_is_one_sentence(declared, sentence):
    with pytest.raises(UnknownRelation, match=sentence):
        relation(declared)
