"""Texts that no longer follow from the code: a year, a number, a name, a count of questions.

What a person wrote about an answer is compared with what the answer's cells hold and give. A word
that follows from neither is worth a look; it may still be right, so it is a warning.
"""

import ast
import builtins
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pandas as pd

from fairmark.authoring.sets import ExerciseSet, Part, Question
from fairmark.proving.rehearsal import Stage, asked_name

YEAR = re.compile(r"(?<![\w.,-])(1[89]\d\d|20\d\d)(?![\w]|[.,]\d)")
NUMBER = re.compile(r"(?<![\w.,:/*-])(\d+(?:\.\d+)?)(?![\w:]|[.,]\d)")
TICKED = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
ASKED = re.compile(r"\b[Qq]uestions? (\d{1,2}\.\d{1,3})\b")
UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
UNITS += " sixteen seventeen eighteen nineteen"
WORDS = {word: at for at, word in enumerate(UNITS.split(), start=1)}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
WORDS |= TENS
WORDS |= {f"{ten}-{one}": n + m for ten, n in TENS.items() for one, m in WORDS.items() if m < 10}
COUNT = re.compile(
    rf"\b({'|'.join(sorted(WORDS, key=len, reverse=True))}|\d+)[ \n](?:\w+[ \n]){{0,2}}questions\b",
    re.IGNORECASE,
)
STEPS = re.compile(
    rf"\b({'|'.join(sorted(WORDS, key=len, reverse=True))}|\d+)\s+(?:\w+\s+)?"
    r"(years?|steps?|roots?|months?|rows?|quarters?)\b",
    re.IGNORECASE,
)
ORDINALS = {"square": 2, "cube": 3, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
ROOT = re.compile(rf"\b({'|'.join(ORDINALS)}) root\b", re.IGNORECASE)
PART = re.compile(r"(?<![\w.])1 ?/ ?(\d{1,3})(?![\w.])")
CLAIMS = re.compile(r"\*Claims? [^*]*\*")
ENTRY = re.compile(r"\w+(\[[^\]]+\])?")  # a name, or one entry of it
LABEL = re.compile(r"[A-Z][\w.&' -]{2,40}")  # as a country or a city is written
LONGEST_RANGE, MOST_LABELS = 200, 400
PANDAS = (pd.Series, pd.DataFrame, pd)


@dataclass(frozen=True)
class Stale:
    """A word of a text that does not follow from the code below it."""

    line: int
    sentence: str


@dataclass
class Facts:
    """What the cells of a question hold.

    Parameters
    ----------
    numbers : set of float
        Constants, what ranges and slices run through, lengths, differences of years, and the
        roots that are drawn.
    texts : set of str
        Texts in quotation marks.
    names : set of str
        Names and attributes.
    reaches : set of float
        What is added to a name, as in `loc[first : first + 4]`.
    """

    numbers: set[float] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    reaches: set[float] = field(default_factory=set)

    def add(self, code: str) -> None:
        """Take in the text of a code cell; what is no Python holds nothing."""
        try:
            tree = ast.parse(code)
        except SyntaxError:
            return
        for node in ast.walk(tree):
            self._take(node)
        for comment in re.findall(r"#.*", code):
            self.numbers |= {float(n) for n in NUMBER.findall(comment)}

    def _take(self, node: ast.AST) -> None:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            self.texts.add(node.value)
            self.numbers |= {float(n) for n in re.findall(r"\d+(?:\.\d+)?", node.value)}
        elif isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
            self.numbers.add(float(node.value))
        elif isinstance(node, ast.Name):
            self.names.add(node.id)
        elif isinstance(node, ast.Attribute):
            self.names.add(node.attr)
        elif isinstance(node, (ast.FunctionDef, ast.arg, ast.keyword, ast.alias)):
            self.names |= {getattr(node, "name", None) or getattr(node, "arg", None) or ""}
            self.names |= {getattr(node, "asname", None) or ""}
        elif isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            self.numbers.add(float(len(node.elts)))
        elif isinstance(node, ast.Dict):
            self.numbers.add(float(len(node.keys)))
        elif isinstance(node, ast.BinOp):
            self._reach(node)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            if (back := _value(node.operand)) is not None:
                self.numbers.add(back - 1)  # the ninth value from the end is eight steps back
        elif isinstance(node, ast.Slice):
            self._run(_value(node.lower), _value(node.upper), 1)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "range":
            ends = [_value(each) for each in node.args]
            self._run(*(ends if len(ends) > 1 else [0, *ends])[:2], 0)

    def _reach(self, node: ast.BinOp) -> None:
        """Note how far `first + 4` reaches: four on, which are five with the first."""
        more = _value(node.right)
        if isinstance(node.op, ast.Add) and isinstance(node.left, ast.Name) and more:
            self.reaches.add(more)
            self.numbers.add(more + 1)

    def _run(self, first: float | None, last: float | None, more: int) -> None:
        if first is None or last is None or not 0 <= last - first <= LONGEST_RANGE:
            return
        self.numbers |= {float(n) for n in range(int(first), int(last) + more)}

    def years(self) -> set[float]:
        """Return the numbers that look like years, and those that are reached from them."""
        years = {n for n in self.numbers if 1800 <= n <= 2100}
        return years | {year + more for year in years for more in self.reaches}

    def derived(self) -> set[float]:
        """Return what follows from two years: how far they lie apart, and how many they are."""
        years = self.years()
        apart = {abs(a - b) for a in years for b in years}
        return {n + more for n in apart for more in (0, 1)} | {float(len(years))}


def _value(node: ast.AST | None) -> float | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return node.value
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        found = re.match(r"(\d{4})", node.value)
        return float(found[1]) if found else None
    return None


def about_head(exercise: ExerciseSet) -> Iterator[Stale]:
    """Compare "Eighteen short questions" and the numbers of questions with those there are."""
    there = {question.id for question in exercise.questions}
    head = next(part for part in exercise.parts if part.kind == "markdown")
    for match in COUNT.finditer(head.text):
        told = _number(match[1])
        if told != len(there):
            yield _stale(head, match, f"the head says {match[0]!r}; there are {len(there)}")
    for part in exercise.parts:
        for match in ASKED.finditer(part.text) if part.kind == "markdown" else ():
            if match[1] not in there and int(match[1].split(".")[0]) == int(exercise.number):
                yield _stale(part, match, f"the text sends to question {match[1]}, which is gone")


def about_question(exercise: ExerciseSet, stage: Stage) -> Iterator[Stale]:
    """Compare the texts of a question with its cells and with the tables that they use.

    Parameters
    ----------
    exercise : ExerciseSet
        The set.
    stage : Stage
        The question, with the tables that stand before it.

    Yields
    ------
    Stale
        A year, a count, a label or a name that stands in a text and in no cell. Years and labels
        count only if the tables in use hold them: others are history, and no slip of the code.
    """
    question = stage.question
    prompt = next(p for p in exercise.parts if p.question == question.id)
    code, names = _of(exercise, question), _until(exercise, question)
    labels = _Labels.of(stage, code)
    yield from _names(prompt, prompt.text, stage, names, whole=False)
    if question.spec.data == "none":  # a choice or a form has no code to follow from
        return
    if (name := asked_name(question.check.text)) and f"`{name}" not in prompt.text:
        yield Stale(prompt.line, f"the prompt does not name `{name}`, which its check looks at")
    yield from labels.lost(prompt, prompt.text, code, "")
    spec, told = question.spec, _told(CLAIMS.sub("", prompt.text.partition("\n")[2]))
    texts = [(question.solution, question.solution.sentence, code)]
    texts += [(question.check, text, code) for text in spec.hints]
    whole = _of(exercise, question, question.wrong)
    texts += [(question.check, spec.explanation, whole)]
    texts += [(each, each.sentence, _of(exercise, question, [each])) for each in question.wrong]
    for part, text, held in texts:
        yield from labels.lost(part, text, held, prompt.text)
        yield from _counts(part, text, held.numbers | held.derived() | told)
        yield from _names(part, text, stage, names, whole=True)


@dataclass(frozen=True)
class _Labels:
    """What the tables that a question uses can be asked for: years, and texts column by column."""

    years: set[int]
    columns: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, stage: Stage, code: Facts) -> "_Labels":
        years: set[int] = set()
        columns: list[frozenset[str]] = []
        for name in sorted(code.names & set(stage.names)):
            table = stage.names[name]
            if not isinstance(table, (pd.DataFrame, pd.Series)):
                continue
            lists = [table.index.unique()]
            if isinstance(table, pd.DataFrame):
                lists += [table[column].unique() for column in table.columns]
            for values in lists:
                years |= {
                    int(str(v)[:4]) for v in values if YEAR.fullmatch(str(v)[:4]) and _dated(v)
                }
                texts = {v for v in values if isinstance(v, str) and LABEL.fullmatch(v)}
                if 1 < len(texts) <= MOST_LABELS:
                    columns.append(frozenset(texts))
        return cls(years, tuple(columns))

    def lost(self, part: Part, text: str, code: Facts, prompt: str) -> Iterator[Stale]:
        """Name the years and labels of a text that neither the code nor the prompt holds."""
        text = CLAIMS.sub("", text)
        for match in YEAR.finditer(text):
            year = int(match[1])
            if year in self.years and float(year) not in code.years() and match[1] not in prompt:
                sentence = f"the year {year} stands in the text and not in the code"
                yield _stale(part, match, sentence)
        told = set()
        for column in self.columns:
            used = column & code.texts
            for label in sorted(column - code.texts) if used else ():
                found = re.search(rf"(?<![\w-]){re.escape(label)}(?![\w-])", text)
                if found and label not in prompt and label not in told:
                    told.add(label)
                    uses = ", ".join(map(repr, sorted(used)[:3]))
                    sentence = f"{label!r} stands in the text, and the code uses {uses}"
                    yield _stale(part, found, sentence)


def _dated(value: object) -> bool:
    """Tell a year or a date from a number that happens to lie where years do."""
    text = str(value)
    return text.isdigit() or bool(re.match(r"\d{4}-\d{2}", text))


def _of(exercise: ExerciseSet, question: Question, wrong: Sequence[Part] = ()) -> Facts:
    """Return what the cells of a question hold, with these of its wrong answers."""
    facts = Facts()
    for part in exercise.parts:
        if part.question == question.id and part.kind == "code" and part.role != "wrong":
            facts.add(part.text)
    for part in wrong:
        facts.add(part.text)
    return facts


def _until(exercise: ExerciseSet, question: Question) -> Facts:
    """Return what all cells hold up to the end of a question."""
    facts = Facts()
    last = question.wrong[-1] if question.wrong else question.check
    for part in exercise.parts:
        if part.kind == "code":
            facts.add(part.text)
        if part is last:
            break
    return facts


def _number(word: str) -> int:
    return WORDS.get(word.lower()) or int(word)


def _told(text: str) -> set[float]:
    found = {float(n) for n in re.findall(r"(?<!\w)\d+(?:\.\d+)?", text)}
    return found | {float(n) for word, n in WORDS.items() if re.search(rf"\b{word}\b", text, re.I)}


def _counts(part: Part, text: str, known: set[float]) -> Iterator[Stale]:
    found = [(match, _number(match[1])) for match in STEPS.finditer(text)]
    found += [(match, ORDINALS[match[1].lower()]) for match in ROOT.finditer(text)]
    found += [(match, int(match[1])) for match in PART.finditer(text)]
    for match, number in found:
        if number > 1 and number not in known:
            yield _stale(part, match, f"the text says {match[0]!r}, which follows from no cell")


def _names(part: Part, text: str, stage: Stage, held: Facts, *, whole: bool) -> Iterator[Stale]:
    """Look up what stands between back ticks; in a prompt only what is a name or an entry."""
    known = held.names | held.texts | set(stage.names) | set(dir(builtins))
    for value in stage.names.values():
        if isinstance(value, pd.DataFrame):
            known |= {str(name) for name in (*value.columns, *value.index.names)}
    for match in TICKED.finditer(text):
        asked = Facts()
        asked.add(match[1])
        if not whole and not ENTRY.fullmatch(match[1]):
            continue
        for name in sorted(n for n in asked.names if len(n) > 1):
            if name not in known and not any(hasattr(each, name) for each in PANDAS):
                yield _stale(part, match, f"the text names `{name}`, which no cell holds")


def _stale(part: Part, match: re.Match, sentence: str) -> Stale:
    """Say it with the line of the file, where the text is a cell's own."""
    at = match.string.count("\n", 0, match.start()) if part.kind == "markdown" else 0
    return Stale(part.line + at, sentence)
