"""Every sentence of a panel stands in the file of messages; another language is one more file."""

import ast
import re

import pytest

from alignment.charts.words import plain_text
from alignment.messages import MESSAGES, say
from alignment.records.guesses import Guess, lock_guess
from alignment.rubrics.forms import score_sheet
from alignment.rubrics.wording import codings, dated_question, estimate
from alignment.tables import load
from alignment.tables.predictions import predictions
from alignment.widgets import (
    CounterfactualDial,
    ForTheClass,
    __all__,
    calibrating,
    dossiers,
    predicting,
)
from fairmark import messages
from fairmark.messages import BEGIN, PSEUDO
from tests.panels import CASES, SAME, a_broken_file
from tests.pseudo import parts, untranslated

ENGLISH = messages.read(MESSAGES.folder, messages.ENGLISH)


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


def cells(*names):
    """List every text of some tables: the course's own words."""
    return {
        str(value)
        for name in names
        for values in load(name).astype(object).to_dict("list").values()
        for value in values
    }


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
