"""What the written tables of lessons 1 and 2 hold, and the values that the two lessons teach."""

from alignment.methods import hypotheses
from alignment.tables import load


def matrix():
    """The hypotheses in rows and the items in columns, in their order."""
    items = list(load("ach_items")["item"])
    return load("ach_matrix").pivot(index="hypothesis", columns="item", values="code")[items]


def test_the_reading_makes_32_claims_of_eight_types():
    claims = load("claims")
    main = claims["type"].str.split(",").str[0].value_counts()
    assert list(claims["id"]) == [f"C{n}" for n in range(1, 33)]
    assert main.to_dict() == {
        "descriptive": 12,
        "causal": 9,
        "predictive": 3,
        "normative": 3,
        "intent": 2,
        "evaluative": 1,
        "attribution": 1,
        "conditional": 1,
    }


def test_nine_claims_can_be_tested_with_public_data_now():
    assert load("claims")["testable"].str.startswith("yes").sum() == 9


def test_the_first_coding_is_the_first_word_of_the_type():
    claims, codings = load("claims"), load("claim_codings")
    assert list(codings["first"]) == list(claims["type"].str.split(",").str[0])
    assert (codings["first"] != codings["second"]).sum() == 13


def test_quoted_phrases_are_short():
    assert load("claims")["phrase"].str.split().str.len().max() <= 8


def test_the_inconsistency_of_the_five_hypotheses():
    assert list(hypotheses.inconsistency(matrix())) == [8, 1, 3, 1, 0]


def test_silence_is_largest_where_inconsistency_is_small():
    assert list(hypotheses.silence(matrix())) == [1, 4, 3, 9, 10]


def test_two_single_items_decide_who_leads():
    codes = matrix()
    leads = {}
    for item in codes:
        rest = hypotheses.inconsistency(codes.drop(columns=item))
        leads[item] = set(codes.index[rest == rest.min()])
    changed = {item: lead for item, lead in leads.items() if lead != {"H5"}}
    assert changed == {"e6": {"H2", "H5"}, "e14": {"H4", "H5"}}


def test_the_second_reading_of_item_e6_ties_two_hypotheses():
    other = load("ach_matrix").dropna(subset="other_code").set_index("hypothesis")["other_code"]
    codes = matrix().assign(e6=other)
    assert list(hypotheses.inconsistency(codes)) == [7, 0, 3, 1, 0]


def test_halving_the_leaked_items_changes_two_hypotheses():
    weights = load("ach_items")["leaked"].map({True: 0.5, False: 1.0})
    assert list(hypotheses.inconsistency(matrix(), weights)) == [7, 1, 2.5, 1, 0]
