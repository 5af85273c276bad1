"""Every sentence of a panel stands in the file of messages; another language is one more file."""

import ast
import html
import re
import string

import pandas as pd
import pytest

from alignment.charts.words import plain_text
from alignment.messages import MESSAGES, say
from alignment.methods.measures import rate_ratio, strict_agreement
from alignment.records.forecasts import Forecast, lock_forecast
from alignment.records.guesses import Guess, lock_guess, mark_seen
from alignment.records.sheets import Score, Sheet, save_sheet
from alignment.rubrics.forms import score_sheet
from alignment.rubrics.wording import codings, dated_question, estimate
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
    __all__,
    calibrating,
    dossiers,
    predict,
    predicting,
)
from alignment.widgets.memo_rules import sentences
from alignment.widgets.shares import NOT_STATED
from fairmark import messages
from fairmark.files import home
from fairmark.messages import BEGIN, END, PSEUDO

ENGLISH = messages.read(MESSAGES.folder, messages.ENGLISH)
INNERMOST = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")


@pytest.fixture
def own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("ALIGNMENT_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def pseudo(monkeypatch):
    monkeypatch.setenv(messages.LANGUAGE, PSEUDO)


# --- what a panel shows ---------------------------------------------------------------------


def shown(panel):
    """List every text of a panel: its line, its table, and what its controls and chart say."""
    yield repr(panel)
    yield panel.state_html()
    if panel.view is not None:
        yield from _texts(panel.view)
    if hasattr(panel, "message"):
        yield panel.message


def _texts(widget):
    for name in ("description", "placeholder", "tooltip", "label", "text", "said", "words"):
        if isinstance(text := getattr(widget, name, None), str):
            yield text
    kind = type(widget).__name__
    if kind in ("HTML", "Label") or (kind == "SheetView"):
        yield widget.value
    yield from getattr(widget, "_options_labels", ())
    yield from getattr(widget, "titles", ())
    if kind == "Chart":
        yield from _of_figure(widget.figure)
    for child in getattr(widget, "children", ()):
        yield from _texts(child)


def _of_figure(figure):
    layout = figure["layout"]
    parts = [layout, *(layout[name] for name in layout if name[1:5] == "axis")]
    for part in parts:
        title = part.get("title") or {}
        yield plain_text(title if isinstance(title, str) else title.get("text", ""))
    yield from (trace.get("name") or "" for trace in figure["data"])
    yield from (note.get("text") or "" for note in layout.get("annotations", ()))


def untranslated(text, own):
    """Return the words that are neither of the messages nor the course's or the student's own."""
    text = html.unescape(re.sub(r"(?s)<style>.*?</style>|<code>.*?</code>|<[^>]*>", " ", text))
    while INNERMOST.search(text):
        text = INNERMOST.sub(" ", text)
    for each in sorted(map(str, own), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", " ", text)
    return re.findall(r"[^\W\d_]{2,}", text)


def cells(*names):
    """List every text of some tables: the course's own words."""
    return {
        str(value)
        for name in names
        for values in load(name).astype(object).to_dict("list").values()
        for value in values
    }


# --- one of each panel ----------------------------------------------------------------------


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
    columns = {"counted": "%1", "period": "2014", "value": 4, "bound": "%2", "publisher": "%3"}
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
    tallies = pd.DataFrame(rows, columns=["text", "yes", "no", "vote"])
    panel = PivotalityPane(
        tallies, vote="vote", passes=lambda yes, no: 2 * yes > 3 * no, state="%4"
    )
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


def test_every_panel_is_tried_here():
    assert set(CASES) == {name for name in __all__ if name[0].isupper()} - {"Panel"}


@pytest.mark.parametrize("name", CASES)
def test_a_panel_shows_no_sentence_outside_the_messages(pseudo, name):
    make, tables = CASES[name]
    own = {name, *SAME, *cells(*tables)}
    if name == "ForecastCard":  # a question and its date stand in one line of the menu
        own |= {f"{row.id}: {row.question}" for row in load("questions").itertuples()}
    told = 0
    for panel in make():
        for text in shown(panel):
            assert untranslated(text, own) == [], text
            told += BEGIN in text
    assert told > 5


def test_what_is_wrong_with_a_file_of_ones_own_is_said_in_messages(pseudo, own_folder):
    files = {path.name for path in own_folder.iterdir()}
    for panel in a_broken_file():
        own = {type(panel).__name__, *(path.name for path in own_folder.iterdir()), *files}
        said = panel.sentence() if isinstance(panel, ForTheClass) else panel.message
        assert BEGIN in said
        assert untranslated(said, own) == [], said


def test_a_sentence_that_is_glued_from_halves_would_be_seen(pseudo):
    assert untranslated(f"{say('predict.nothing')} Try again.", ()) == ["Try", "again"]


def test_what_was_guessed_is_looked_back_upon_in_messages_alone(pseudo):
    own = cells("predictions") | {"records.widened(sheet", "from", "to"}
    for n, asked in enumerate(predictions().values()):
        if asked.is_number:
            lock_guess(asked.id, Guess((asked.low,), asked.low, asked.low + n % 2 / 1000))
        elif asked.kind == "choice":
            lock_guess(asked.id, Guess(names=(asked.names[-1],), sure=0.9))
    mine = calibrating.scored()
    said = [*calibrating.told(mine), *calibrating.confidence(mine), calibrating.table(mine)]
    figure = calibrating.figure(mine.ranges).to_dict()
    parts, problems = dossiers.sections()
    for text in (*said, *_of_figure(figure), dossiers.page(parts)):
        assert untranslated(text, own) == [], text
    assert not problems
    assert len(said) > 5


@pytest.mark.parametrize("name", predictions())
def test_the_verdict_on_a_guess_comes_from_the_messages(pseudo, name):
    asked = predictions()[name]
    own = {asked.answer, *asked.names, *asked.says.values(), asked.unit}
    assert untranslated(predicting.answer_of(asked), own) == []
    guess = Guess((asked.low,), asked.low, asked.high) if asked.is_number else None
    if asked.kind == "choice":
        guess = Guess(names=(asked.names[0],), sure=0.6)
    if guess and name != predicting.OWN:
        assert untranslated(predicting.sentence(asked, guess), own) == []


# --- what a check says of a form of this course ------------------------------------------------


FORMS = [
    lambda: score_sheet([1]),
    lambda: score_sheet({"A": (1, 2, 3, "7")}),
    *(
        lambda entry=entry: score_sheet(dict.fromkeys("ABCDEF", entry))
        for entry in [(1, 2), (1, 2, 300, "x"), (3, 2, 1, "x"), (1, 2, 3, ""), (1, 2, 3, "1")]
    ),
    lambda: codings([1], ["7"], ["8"]),
    *(lambda row=row: codings({"7": row}, ["7"], ["8"]) for row in [("8",), ("9", "x"), ("8", "")]),
    lambda: codings({"7": ("8", "1")}, ["7"], ["8"]),
    lambda: codings({}, ["7"], ["8"]),
    lambda: dated_question([1], after="2026-01-01"),
    lambda: dated_question({"event": "7"}, after="2026-01-01"),
    *(
        lambda event=event, date=date, rule=rule: dated_question(
            {"event": event, "by_date": date, "source": "7", "rule": rule}, after="2026-01-01"
        )
        for event, date, rule in [
            ("It could happen", "7", "7"),
            ("7", "2020-01-01", "7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7"),
        ]
    ),
    *(
        lambda given=given: estimate(given, about=("7",))
        for given in [
            7, ("7", "7"), ("7", 0.6), ("7", 100), ("It happens", 60),
            ("7 is likely and probable", 5), ("7 is not likely and we are confident", 60),
        ]
    ),
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(FORMS)))
def test_what_a_check_says_of_a_form_comes_from_the_messages(pseudo, number):
    form = FORMS[number]()
    assert form.problems
    for text in form.problems:
        assert untranslated(text, ()) == [], text


# --- the scripts, which Python sends their sentences ------------------------------------------


def scripts():
    """Give each script of a view with its name, without comments."""
    for path in sorted((MESSAGES.folder / "widgets").rglob("*.js")):
        if not {"built", "node_modules"} & {*path.parts}:
            text = path.read_text(encoding="utf-8")
            yield path.stem, re.sub(r"(?m)^\s*//.*$|\s// .*$|/\*(?s:.*?)\*/", "", text)


@pytest.mark.parametrize("name", [name for name, _ in scripts()])
def test_a_script_holds_no_sentence_and_asks_for_those_that_are_sent_to_it(name):
    text = dict(scripts())[name]
    # Two plain words in one literal are a sentence; a class, a style or a path has signs in it.
    found = re.findall(r"[\"`](?=[^\"`\n]*\b[A-Za-z]{2,} [a-z]{2,}\b)[^\"`\n]*[\"`]", text)
    assert not [each for each in found if not re.search(r"[-{<:(]", each)]
    sent = {"view", "score", "board_view", "sheet_view", "predict_view"}
    for asked in re.findall(r"\"(\w+\.\w+)\"", text):
        if asked.split(".")[0] in sent:
            assert asked in ENGLISH


# --- the file -------------------------------------------------------------------------------


def asked_for():
    """List the sentences that the course's code asks for by their whole id, with their parts."""
    for path in MESSAGES.folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "told")):
                continue
            first = node.args[0] if node.args else None
            ways = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            for way in ways:
                if isinstance(way, ast.Constant) and re.fullmatch(r"\w+\.[\w ]+", way.value):
                    yield way.value, {each.arg for each in node.keywords}


def parts(text):
    return {part for _, part, _, _ in string.Formatter().parse(text) if part} - {"n"}


def test_every_sentence_that_is_asked_for_is_there_and_gets_its_parts():
    found = list(asked_for())
    assert len(found) > 300
    for name, given in found:
        entry = ENGLISH[name]
        for text in entry.values() if isinstance(entry, dict) else [entry]:
            assert parts(text) <= given or None in given, name
        texts = entry.values() if isinstance(entry, dict) else [entry]
        assert given <= set().union(*map(parts, texts)) or None in given, name


@pytest.mark.parametrize("name", [name for name, each in ENGLISH.items() if isinstance(each, dict)])
def test_the_forms_of_a_sentence_have_the_same_parts(name):
    forms = ENGLISH[name]
    assert {"other"} <= set(forms) <= {"none", "one", "other"}
    # What there is none of need not be named.
    needed = [frozenset(parts(text)) for form, text in forms.items() if form != "none"]
    assert len(set(needed)) == 1
    assert parts(forms.get("none", "")) <= needed[0]


def test_no_sentence_is_there_for_nobody():
    code = "".join(path.read_text(encoding="utf-8") for path in MESSAGES.folder.rglob("*.py"))
    code += "".join(text for _, text in scripts())
    # An id that ends in a name of the course, such as f"sorter.{word}", is made while it runs.
    made = {each.strip("{$") for each in re.findall(r"[\"'`](\w+\.[\w ]*\$?\{)", code)}
    # What two panels share is asked for in the group of each.
    shared = re.findall(r"\{self\.group\}\.(\w+)", code)
    made |= {f"{group}.{each}" for group in re.findall(r'group = "(\w+)"', code) for each in shared}
    unused = [name for name in ENGLISH if f'"{name}"' not in code and f"'{name}'" not in code]
    assert not [name for name in unused if not name.startswith(tuple(made))]


def test_another_language_is_one_more_file(monkeypatch, tmp_path):
    (tmp_path / "messages.en.toml").write_bytes((MESSAGES.folder / "messages.en.toml").read_bytes())
    (tmp_path / "messages.de.toml").write_text('[dial]\nown = "Ihre eigene"\n', encoding="utf-8")
    monkeypatch.setattr(MESSAGES, "folder", tmp_path)
    monkeypatch.setenv(messages.LANGUAGE, "de")
    panel = CounterfactualDial(lambda base, *parts: -base, base=200)
    panel.set(1, 2, 3)
    assert "Ihre eigene" in panel.state_html()
    assert "Sold elsewhere" in panel.state_html()  # not translated yet
