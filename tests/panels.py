"""One of each panel in its different states, and the words in them that are the course's own."""

import pandas as pd

from alignment.methods.measures import rate_ratio, strict_agreement
from alignment.records.forecasts import Forecast, lock_forecast
from alignment.records.guesses import Guess, lock_guess, mark_seen
from alignment.records.sheets import Score, Sheet, save_sheet
from alignment.tables import load
from alignment.tables.predictions import predictions
from alignment.widgets import (
    AgreementLens,
    ClaimSorter,
    ClassPanel,
    CounterfactualDial,
    CountingRules,
    DenominatorMachine,
    DistributionLab,
    EvidenceCoder,
    ForecastCard,
    ForTheClass,
    HypothesisMatrix,
    MemoLinter,
    MyWork,
    PairwisePanel,
    PivotalityPane,
    PremortemBoard,
    ScoreSheet,
    ShareFinder,
    WeighingBoard,
    predict,
)
from alignment.widgets.memo_rules import sentences
from alignment.widgets.shares import NOT_STATED
from fairmark.files import home


def an_agreement_lens():
    votes = pd.DataFrame({"year": [2018, 2021] * 12, "CHN": "Y", "RUS": "Y", "USA": "N"})
    lens = AgreementLens(
        lambda votes, one, other, rule: pd.DataFrame(
            {"n": votes.groupby("year").size(), "value": rule(votes[one], votes[other])}
        ),
        texts={"%1": votes},
        rules={"%2": strict_agreement},
        states={"CHN": "%3", "RUS": "%4", "USA": "%5", "GBR": "%6"},
        periods={"2018": (2018, 2018), "2021": (2021, 2021)},
    )
    yield lens
    lens.set(reference=("USA", "CHN"))
    yield lens


def a_counter():
    events = pd.DataFrame({"year": [2014, 2022, 2025], "group": "%1", "confidence": "high"})
    columns = {
        "counted": "%1",
        "kinds": "%1",
        "period": "2014",
        "value": 4,
        "bound": "%2",
        "publisher": "%3",
    }
    published = pd.DataFrame([columns | {"first": 2014, "last": 2022}])
    panel = CountingRules(events, published, count=lambda e, groups, a, b: len(e), ratio=rate_ratio)
    yield panel
    panel.set(sure_only=True, include=[])
    yield panel


def a_machine():
    names = ["value", "unit", "period", "kind", "claimant", "inside"]
    rows = {"%1": (1, "%4", "2025", "%5", "%6", ("%2",)), "%2": (2, "%4", "2025", "%5", "%6", ())}
    rows |= {"%3": (2, "%7", "2025", "%8", "%6", ()), "%9": (1, "%7", "2025", "%8", "%6", ("%3",))}
    panel = DenominatorMachine(
        pd.DataFrame.from_dict(rows, orient="index", columns=names),
        lambda part, whole: 0.5 if whole.name in part["inside"] else None,
    )
    yield panel
    for whole in rows:
        panel.set(whole=whole)
        yield panel


def a_dial():
    panel = CounterfactualDial(lambda base, *parts: -base, base=200, buyer="China")
    yield panel
    panel.set(1, 2, 3)
    yield panel


def a_pane():
    rows = [("%1", 100, 10, "A"), ("%2", 20, 10, "A"), ("%3", 20, 10, "Y")]
    tallies = pd.DataFrame(rows, columns=["text", "yes", "no", "%4"])
    panel = PivotalityPane(tallies, vote="%4", passes=lambda yes, no: 2 * yes > 3 * no)
    for vote in ("yes", "no", "abstain"):
        panel.set(vote)
        yield panel


def a_finder():
    columns = ["goods", "counted", "origin", "value", "bound", "period", "publisher"]
    rows = [("%1", "%2", "%3", 50.0, "%4", "2023", "%5"), ("%1", "%6", "%3", 4.0, "", "2023", "%5")]
    rows += [("%7", NOT_STATED, "%3", 85.0, "%4", "2024", "%5")]
    panel = ShareFinder(pd.DataFrame(rows, columns=columns), arrives=lambda share, leak: share)
    yield panel
    panel.set(hong_kong=False, goods="%7")
    yield panel
    panel.set(counted=NOT_STATED)
    yield panel


def a_lab():
    scores = load("judgements").query("sheet == 'reference'")
    points = load("swing_points").query("sheet == 'reference'").set_index("criterion")["points"]
    panel = DistributionLab(scores, points, sheets={"M": Sheet("M", {"A": Score(1, 2, 3)})})
    panel.set(draws=100)
    yield panel
    panel.set(freeze_weights=True, freeze_scores=True)
    yield panel
    panel.set(freeze_weights=False, concentration="any weights")
    yield panel


def a_matrix():
    items = load("ach_items").set_index("item")
    codes = load("ach_matrix").pivot(index="hypothesis", columns="item", values="code")
    panel = HypothesisMatrix(codes[items.index], items, lambda points, weight: points.columns[0])
    yield panel
    panel.set("e6", H1="C", credibility=0.5)
    yield panel
    panel.remove("e6")
    yield panel


def a_coder():
    panel = EvidenceCoder()
    yield panel
    panel.code("e1", H1="C", H2="C", H3="N", H4="C", H5="")
    yield panel
    panel.code("e1", H5="N")
    yield panel


def a_sorter():
    panel = ClaimSorter(lambda first, second: 0.5)
    yield panel
    for claim, kind in zip(load("claims")["id"][:6], ["causal", "intent"] * 3, strict=True):
        panel.code(claim, type=kind, domain="all", interest="V1", false_if="%1")
    yield panel


def a_card():
    questions = load("questions")
    panel = ForecastCard(questions)
    yield panel
    for name in questions["id"][:12]:
        panel.lock(name, 50, base="%1", why="%2")
        yield panel


MEMO = "It is likely (90 %) because of 37 ships."
SECOND_MEMO = "It is likely. We have high confidence that it will probably grow. It led to 4,711."


def a_memo():
    panel = MemoLinter(MEMO)
    yield panel
    panel.set(SECOND_MEMO)
    yield panel
    panel.set("")
    yield panel


def a_premortem():
    panel = PremortemBoard()
    yield panel
    for kind in ("wrong event", "wrong mechanism", "wrong data", "wrong values"):
        panel.add(kind, "0" * 20, sign="1")
        yield panel


def a_pairwise():
    panel = PairwisePanel("ABC")
    yield panel
    for pair, ratio in {"AB": 3, "BC": 3, "AC": 1 / 3}.items():
        panel.set(*pair, ratio)
    yield panel


def a_sheet():
    panel = ScoreSheet("E")
    yield panel
    panel.set("A", 1, 2, 3)
    yield panel
    for criterion in "BCDEF":
        panel.set(criterion, 1, 2, 3, note="%1 %2 %3 %4")
    yield panel
    panel.view.drafts = panel.view.drafts | {"A": {"low": 1, "mode": None, "high": 3, "note": ""}}
    yield panel


def a_board():
    panel = WeighingBoard()
    yield panel
    panel.set(dial=100, points={"A": 1})
    yield panel
    panel.set(preset="blank")
    yield panel


def a_hand_in():
    yield ForTheClass()
    yield ForTheClass(WeighingBoard())
    board = WeighingBoard(preset="blank", sheets={"E": Sheet("E", {"A": Score(1, 2, 3)})})
    yield ForTheClass(board)


def a_class():
    panel = ClassPanel()
    yield panel
    yield ClassPanel(panel.picture | {"made_of": "class"})
    yield ClassPanel(panel.picture | {"students": None})


def my_work():
    yield MyWork()
    lock_forecast("R1", Forecast(40, "%1", "%2"))
    save_sheet(Sheet("E", {"A": Score(1, 2, 3)}))
    yield MyWork()


def a_broken_file():
    """Each file of the student's own in a state that no version can read."""
    names = ["sheet-E", "forecasts", "claims", "evidence", "memo", "premortem", "swing-points"]
    for name in names:
        (home() / f"{name}.json").write_text("{half", encoding="utf-8")
    makers = (lambda: ScoreSheet("E"), lambda: ForecastCard(load("questions")), EvidenceCoder)
    makers += (lambda: ClaimSorter(lambda a, b: 1), MemoLinter, PremortemBoard, ForTheClass)
    for make in makers:
        yield make()


def a_guess():
    yield from (predict(asked.id) for asked in predictions().values())
    lock_guess("p4-2", Guess((20.0,), 15.0, 28.0))
    yield predict("p4-2")
    mark_seen("p1-1")
    yield predict("p1-1")


CASES = {
    "AgreementLens": (an_agreement_lens, ()),
    "ClaimSorter": (a_sorter, ("claims", "claim_codings", "domains")),
    "ClassPanel": (a_class, ("domains", "criteria")),
    "CounterfactualDial": (a_dial, ()),
    "CountingRules": (a_counter, ()),
    "DenominatorMachine": (a_machine, ()),
    "DistributionLab": (a_lab, ("domains",)),
    "EvidenceCoder": (a_coder, ("ach_items", "hypotheses")),
    "ForTheClass": (a_hand_in, ()),
    "ForecastCard": (a_card, ("questions",)),
    "HypothesisMatrix": (a_matrix, ("ach_items", "hypotheses")),
    "MemoLinter": (a_memo, ()),
    "MyWork": (my_work, ()),
    "PairwisePanel": (a_pairwise, ("criteria",)),
    "PivotalityPane": (a_pane, ()),
    "Predict": (a_guess, ("predictions",)),
    "PremortemBoard": (a_premortem, ()),
    "ScoreSheet": (a_sheet, ("domains", "criteria")),
    "ShareFinder": (a_finder, ()),
    "WeighingBoard": (a_board, ("domains", "criteria")),
}
# What stands in a student's text as code, a file or a place, in any language.
SAME = {"my-work", "my-work.json", "sheet-E.json", "forecasts.json", "China", "CC", "II"}
SAME |= {NOT_STATED, *sentences(MEMO), *sentences(SECOND_MEMO)}
