"""The lens and the pane of lesson 06: definitions side by side, and one vote turned round."""

import pandas as pd
import pytest

from alignment.errors import AlignmentError
from alignment.methods import measures
from alignment.tables import load
from alignment.widgets import AgreementLens, PivotalityPane

STATES = {"CHN": "China", "RUS": "Russia", "USA": "United States", "GBR": "United Kingdom"}
RULES = {
    "strict": measures.strict_agreement,
    "half credit": measures.half_credit_agreement,
    "no abstentions": measures.agreement_without_abstentions,
}


def by_year(votes, one, other, rule):
    pair = votes[votes[[one, other]].isin(["Y", "A", "N"]).all(axis=1)]
    years = pair.groupby("year")
    value = years.apply(lambda rows: rule(rows[one], rows[other]))
    return pd.DataFrame({"n": years.size(), "value": value})


@pytest.fixture
def votes():
    """Two years with a gap between them; the United Kingdom is absent once."""
    rows = [
        (2018, "Y", "Y", "N", "Y", True),
        (2018, "Y", "N", "N", "N", False),
        (2018, "A", "Y", "N", "N", False),
        (2018, "N", "N", "Y", "X", True),
        (2021, "Y", "Y", "N", "Y", True),
        (2021, "A", "N", "Y", "Y", False),
    ]
    return pd.DataFrame(rows, columns=["year", "CHN", "RUS", "USA", "GBR", "nuclear"])


PERIODS = {"2016": (2016, 2016), "2018": (2018, 2018), "2019": (2019, 2019), "2021": (2021, 2021)}
TWO = {"2018": (2018, 2018), "2021": (2021, 2021)}


@pytest.fixture
def lens(votes):
    texts = {"all texts": votes, "nuclear": votes[votes["nuclear"]]}
    return AgreementLens(by_year, texts=texts, rules=RULES, states=STATES, periods=TWO)


def often(votes):
    """Every text ten times: enough of them to name a direction."""
    return pd.concat([votes] * 10, ignore_index=True)


def value(lens, definition, pair, year):
    table = lens.table().set_index(["definition", "pair"])
    return table.loc[(definition, pair), year]


def test_each_definition_gives_its_own_number_for_the_same_votes(lens):
    assert value(lens, "strict", "China–Russia", "2018") == 0.5
    assert value(lens, "half credit", "China–Russia", "2018") == 0.625
    assert value(lens, "no abstentions", "China–Russia", "2018") == pytest.approx(2 / 3)


def test_a_state_that_did_not_vote_takes_the_text_out_of_the_count(lens):
    assert lens.series(("USA", "GBR"))["n"].to_dict() == {2018: 3, 2021: 2}


def test_the_sentence_says_when_the_sign_depends_on_the_definition(votes):
    # 2018 to 2021: strict .5 and .5, half credit .625 and .75, no abstentions .667 and 1
    texts = {"all texts": often(votes)}
    lens = AgreementLens(by_year, texts=texts, rules=RULES, states=STATES, periods=TWO)
    assert "By 2 of 3 rules the agreement of China–Russia rose, by 0 it fell: no rule" in repr(lens)


def test_few_texts_name_no_direction(lens):
    assert "fewer than 20 texts: too few to say" in lens.sentence()
    assert "rules" not in lens.sentence()


def test_a_period_counts_all_its_texts_together():
    early = [(2018, *"YY")] * 3 + [(2019, *"YN")]
    votes = pd.DataFrame([*early, (2021, *"YY")], columns=["year", "CHN", "RUS"])
    votes[["USA", "GBR"]] = "Y"
    periods = {"2018 to 2019": (2018, 2019), "2021": (2021, 2021)}
    lens = AgreementLens(by_year, texts={"all": votes}, rules=RULES, states=STATES, periods=periods)
    assert lens.period(("CHN", "RUS"), "strict", "2018 to 2019") == (4, 0.75)


def test_two_definitions_can_disagree_about_the_direction():
    early = [(2018, *"YY"), (2018, *"YN")]  # strict .5, half credit .5
    late = [(2021, *"YA"), (2021, *"YA"), (2021, *"YY")]  # strict .33, half credit .67
    votes = often(pd.DataFrame(early + late, columns=["year", "CHN", "RUS"]))
    votes[["USA", "GBR"]] = "Y"
    lens = AgreementLens(by_year, texts={"all": votes}, rules=RULES, states=STATES, periods=TWO)
    assert "by 1 it fell: the direction depends on the rule" in lens.sentence()


def test_no_agreement_is_shown_without_a_reference_pair(lens):
    assert "China–Russia" in lens.sentence()
    assert "United States–United Kingdom" in lens.sentence()
    assert set(lens.table()["pair"]) == {"China–Russia", "United States–United Kingdom"}


def test_a_year_without_votes_is_drawn_as_a_gap(lens):
    line = lens._figure.data[0]
    assert list(line.x) == [2018, 2019, 2020, 2021]
    assert list(line.y)[1:3] == [None, None]


def test_choosing_texts_changes_chart_table_and_what_is_spoken(lens):
    before = lens._html.value
    lens._boxes["texts"].value = "nuclear"
    assert lens.now["texts"] == "nuclear"
    assert lens._live.text == lens.sentence()
    assert lens._html.value != before
    assert value(lens, "strict", "China–Russia", "2018") == 1


def test_a_menu_that_would_pair_a_state_with_itself_goes_back_and_says_so(lens):
    lens._boxes["other"].value = "CHN"
    assert lens._boxes["other"].value == "RUS"
    assert lens.now["pair"] == ("CHN", "RUS")
    assert lens._live.text == (
        "A pair needs two different states; found China–China. Nothing was changed."
    )


def test_the_axis_of_a_share_begins_at_zero_and_that_of_an_index_where_it_must(votes):
    rules = {"strict": measures.strict_agreement, "index": lambda one, other: -0.5}
    lens = AgreementLens(by_year, texts={"all": votes}, rules=rules, states=STATES, periods=TWO)
    assert lens._figure.layout.yaxis.range == (0, 1.05)
    lens.set(rule="index")
    assert lens._figure.layout.yaxis.range == (pytest.approx(-0.55), 1.05)


def test_the_sentence_says_how_many_texts_a_number_rests_on(lens):
    assert "China–Russia 0.500 in 2018 (4 texts) and 0.500 in 2021 (2 texts)" in lens.sentence()


def test_the_cell_does_the_same_as_the_mouse(lens, capsys):
    lens.set(rule="half credit")
    assert lens._boxes["rule"].value == "half credit"
    assert capsys.readouterr().out.startswith("half credit, all texts: China–Russia 0.625")


def test_texts_that_end_early_are_compared_where_they_end_and_the_wish_is_kept(votes):
    older = votes.assign(year=votes["year"] - 2)
    texts = {"all texts": votes, "early": older}
    lens = AgreementLens(by_year, texts=texts, rules=RULES, states=STATES, periods=PERIODS)
    lens.set(early="2018")
    lens.set(texts="early")
    assert (lens.now["early"], lens.now["late"]) == ("2016", "2019")
    lens._boxes["rule"].value = "half credit"
    lens._boxes["texts"].value = "all texts"
    assert (lens.now["early"], lens.now["late"]) == ("2018", "2021")


def test_texts_of_one_year_cannot_be_compared_and_say_so(lens, votes):
    lens._texts["one year"] = votes[votes["year"] == 2018]
    with pytest.raises(AlignmentError, match="hold votes of 2018 to 2018"):
        lens.set(texts="one year")


def test_a_state_without_a_column_is_not_known_and_never_zero(votes):
    states = STATES | {"IND": "India"}
    lens = AgreementLens(by_year, texts={"all": votes}, rules=RULES, states=states, periods=TWO)
    lens.set(pair=("IND", "RUS"))
    assert "India–Russia not known" in lens.sentence()


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ({"rule": "loose"}, "There is no rule 'loose'; there are strict"),
        ({"texts": "Ukraine"}, "There is no choice of texts 'Ukraine'; there are all texts"),
        ({"pair": ("CHN", "XXX")}, "There is no state 'XXX'; there are CHN"),
        ({"reference": ("USA", "USA")}, "A pair needs two different states"),
        ({"early": "1990"}, "There is no period '1990'; there are 2018, 2021"),
        ({"early": "2021"}, "The first period must be the earlier one; found 2021 and 2021"),
    ],
)
def test_a_choice_that_does_not_exist_gets_one_sentence(lens, choice, sentence):
    before = lens.now
    with pytest.raises(AlignmentError, match=sentence.replace("(", r"\(")):
        lens.set(**choice)
    assert lens.now == before


# --- the pane -------------------------------------------------------------------------------


def passes(yes, no):
    return yes >= 2 * no


@pytest.fixture
def tallies():
    rows = [("safe", 100, 10, "A"), ("close", 20, 10, "A"), ("helped", 20, 10, "Y")]
    return pd.DataFrame(rows, columns=["text", "yes", "no", "CHN"])


def pane(tallies):
    return PivotalityPane(tallies, vote="CHN", passes=passes)


def test_a_vote_is_pivotal_only_where_the_majority_breaks(tallies):
    table = pane(tallies).table().set_index("text")
    assert table["still adopted"].to_dict() == {"safe": True, "close": False, "helped": False}
    assert "the outcome would have changed on 2 of 3 texts" in repr(pane(tallies))


def test_the_number_of_states_that_must_move_is_the_smallest_that_breaks_the_majority(tallies):
    shown = pane(tallies)
    shown.set("abstain")
    moves = shown.table().set_index("text")["must move"]
    assert moves["close"] == 1
    k = moves["safe"]
    assert not passes(100 - k, 10 + k)
    assert passes(100 - (k - 1), 10 + (k - 1))


def test_the_states_that_must_move_follow_the_vote_that_is_tried():
    texts = load("ukraine_texts").query("scope == 'about'")
    shown = PivotalityPane(texts, vote="CHN", passes=passes)
    found = {}
    for vote in ("yes", "no", "abstain"):
        shown.set(vote)
        found[vote] = shown.table().set_index("text")["must move"]
    # Cast: 65 yes and 27 no with China's no; 93 yes and 18 no with China's abstention.
    assert [found[vote]["73/263"] for vote in ("no", "yes")] == [4, 5]
    assert [found[vote]["ES-11/7"] for vote in ("abstain", "no")] == [20, 19]


def test_a_text_that_fails_already_is_not_the_nearest_to_failing(tallies):
    shown = pane(tallies)
    assert dict(shown.table().set_index("text")["must move"]) == {
        "safe": 27,
        "close": 0,
        "helped": 0,
    }
    nearest = "Nearest to failing is then safe: it would fail if 27 more states moved"
    assert nearest in shown.sentence()
    shown.set("yes")
    assert "then close: it would fail if 1 more state moved" in shown.sentence()
    never = PivotalityPane(tallies, vote="CHN", passes=lambda yes, no: False)
    assert "Nearest" not in never.sentence()


def test_trying_another_vote_works_from_a_cell_and_from_the_box(tallies, capsys):
    shown = pane(tallies)
    shown.set("yes")
    assert "If China's vote had been “yes” on every text" in capsys.readouterr().out
    shown._boxes["new"].value = "abstain"
    assert shown.new == "abstain"
    assert shown._live.text == shown.sentence()
    assert "This share if China had voted “abstain”" in shown._html.value


def test_the_pane_names_the_state_whose_votes_it_counts(capsys):
    texts = load("ukraine_texts").query("scope == 'about'")
    for code, name in {"CHN": "China", "IND": "India", "PRK": "North Korea"}.items():
        shown = PivotalityPane(texts, vote=code, passes=passes)
        shown.set("abstain")
        said = " ".join([shown.heading, shown.sentence(), shown.table_html(), repr(shown)])
        assert f"{name} voted" in said
        assert shown._boxes["new"].description == f"{name}'s vote instead"
        assert ("China" in said) is (code == "CHN")
    votes = PivotalityPane(texts, vote="IND", passes=passes).table().set_index("text")["vote"]
    assert votes["80/111"] == "yes"


def test_a_text_without_a_known_vote_is_left_out(tallies):
    tallies.loc[0, "CHN"] = None
    assert len(pane(tallies).table()) == 2


def test_a_vote_or_a_table_of_another_kind_gets_one_sentence(tallies):
    with pytest.raises(AlignmentError, match="A vote is yes, no or abstain; found 'maybe'"):
        pane(tallies).set("maybe")
    with pytest.raises(AlignmentError, match="has no column 'yes'"):
        pane(tallies.drop(columns="yes"))
