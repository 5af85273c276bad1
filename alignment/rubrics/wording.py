"""Questions of wording, checked for their form only: codings, dated questions, estimates.

A coding may be any coding, an estimate any number; what must be there is a reason and a clear word.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from numbers import Real
from typing import Any

import pandas as pd

from alignment.messages import say
from alignment.rubrics.forms import SHORTEST_NOTE, Form
from alignment.tables.likelihood import says_confidence, term, terms_in

OPEN_WORDS = ("could", "may", "might", "possibly", "potentially", "eventually", "over time")
MONTH = re.compile(r"\bMay\b|\bmay(?= \d)")  # "by May 2028", "9 may 2027"; never "it may end"
NEGATION = r"\bnot\b|n't\b|\bnever\b"
SILENCE = r"\b(no|not|none|nothing|silen\w+|otherwise|missing|without|unless)\b"
PARTS = ("event", "by_date", "source", "rule")


def codings(sheet: Any, ids: Iterable[str], words: Iterable[str]) -> Form:
    """Check that everything is coded, with a known word and a reason.

    Parameters
    ----------
    sheet : dict
        What is coded -> (word, reason).
    ids : iterable of str
        Everything that needs a coding.
    words : iterable of str
        The words to choose from.

    Returns
    -------
    Form
        Any coding is complete, as long as each has its reason.
    """
    if sheet is ...:
        return Form(given=False)
    if not isinstance(sheet, Mapping):
        return Form((say("rubric.codings_kind"),))
    ids, words = [str(each) for each in ids], tuple(words)
    given = {str(key): row for key, row in sheet.items()}
    if given and all(row is ... for row in given.values()):
        return Form(given=False)
    missing = [each for each in ids if given.get(each, ...) is ...]
    if missing:
        return Form((say("rubric.no_coding", name=missing[0]),))
    problems = [_coding(each, given[each], words) for each in ids]
    return Form(tuple(problem for problem in problems if problem))


def _coding(name: str, row: Any, words: tuple[str, ...]) -> str:
    if not isinstance(row, (tuple, list)) or len(row) != 2:
        return say("rubric.two_entries", name=name)
    word, reason = (str(entry).strip() for entry in row)
    if word.casefold() not in [each.casefold() for each in words]:
        return say("rubric.choose_word", name=name, word=word, words=", ".join(words))
    if not reason.strip("."):
        return say("rubric.no_reason", name=name)
    if len(reason) < SHORTEST_NOTE:
        return say("rubric.short_reason", name=name, least=SHORTEST_NOTE)
    return ""


def beside(sheet: Any, **others: pd.Series) -> pd.DataFrame:
    """Set a student's codings beside published ones; no one of them is a key.

    Parameters
    ----------
    sheet : dict
        What is coded -> (word, reason).
    **others : Series
        Published codings by name, with what is coded as labels.

    Returns
    -------
    DataFrame
        One row per item: the student's word ("not coded" where there is none), the words of the
        others, and with how many of them the student agrees.
    """
    table = pd.DataFrame(others)
    mine = {str(k): row[0] for k, row in _rows(sheet) if isinstance(row, (tuple, list)) and row}
    spelt = {str(word).casefold(): str(word) for word in table.stack()}
    typed = [str(mine.get(str(item), "not coded")).strip() for item in table.index]
    words = [spelt.get(word.casefold(), word) for word in typed]
    agree = [
        sum(word.casefold() == str(other).casefold() for other in row)
        for word, row in zip(words, table.itertuples(index=False), strict=True)
    ]
    table.insert(0, "you", words)
    return table.assign(same_as=agree)


def _rows(sheet: Any) -> Iterable[tuple[Any, Any]]:
    return sheet.items() if isinstance(sheet, Mapping) else ()


def dated_question(question: Any, after: str) -> Form:
    """Check that a forecast can be resolved: an event, a date, a source and a rule.

    Parameters
    ----------
    question : dict
        `event`, `by_date` (such as "2028-12-31"), `source` and `rule`.
    after : str
        The date must be later than this one.

    Returns
    -------
    Form
        Complete if nothing in it leaves the answer open for ever.
    """
    if question is ... or _all_open(question):
        return Form(given=False)
    if not isinstance(question, Mapping):
        return Form((say("rubric.question_kind", parts=", ".join(PARTS)),))
    missing = [part for part in PARTS if not str(question.get(part, "")).strip(" .")]
    if missing:
        return Form((say("rubric.empty_part", part=missing[0]),))
    found = (_event(question["event"]), _date(question["by_date"], after), _rule(question["rule"]))
    return Form(tuple(problem for problem in found if problem))


def _all_open(question: Any) -> bool:
    return isinstance(question, Mapping) and all(part is ... for part in question.values())


def _event(event: Any) -> str:
    words = MONTH.sub(" ", str(event)).casefold()
    found = [word for word in OPEN_WORDS if re.search(rf"\b{word}\b", words)]
    if found:
        return say("rubric.open_event", found=found[0])
    return ""


def _date(day: Any, after: str) -> str:
    try:
        chosen = datetime.date.fromisoformat(str(day).strip()[:10])
    except ValueError:
        return say("rubric.date_form")
    if chosen <= datetime.date.fromisoformat(after):
        return say("rubric.early_date", after=after)
    return ""


def _rule(rule: Any) -> str:
    if len(str(rule).strip()) < SHORTEST_NOTE:
        return say("rubric.short_rule")
    if not re.search(SILENCE, str(rule).casefold()):
        return say("rubric.silent_rule")
    return ""


def estimate(answer: Any, about: Iterable[str]) -> Form:
    """Check a sentence that gives an estimate in words against its number.

    Parameters
    ----------
    answer : tuple
        (sentence, probability in per cent).
    about : iterable of str
        The sentence must name at least one of these.

    Returns
    -------
    Form
        Complete if the word fits the number and no level of confidence is mixed in.
    """
    if answer is ...:
        return Form(given=False)
    if not isinstance(answer, (tuple, list)) or len(answer) != 2:
        return Form((say("rubric.two_things"),))
    if all(each is ... for each in answer):
        return Form(given=False)
    sentence, percent = str(answer[0]), answer[1]
    if not isinstance(percent, Real) or isinstance(percent, bool):
        return Form((say("rubric.probability_kind"),))
    if 0 < percent < 1:
        return Form((say("rubric.looks_like_share", percent=percent),))
    if not term(percent):
        return Form((say("rubric.certain"),))
    return Form(tuple(_sentence_problems(sentence, percent, tuple(about))))


def _sentence_problems(sentence: str, percent: float, about: tuple[str, ...]) -> Iterable[str]:
    used = terms_in(sentence)
    if not any(re.search(rf"\b{re.escape(name)}\b", sentence, re.IGNORECASE) for name in about):
        yield say("rubric.names_none", about=", ".join(about))
    if used != [term(percent)]:
        yield say(
            "rubric.likelihood",
            len(used),
            percent=percent,
            word=term(percent),
            used=", ".join(used),
        )
    if found := re.search(NEGATION, sentence.casefold()):
        yield say("rubric.another_number", found=found[0])
    if says_confidence(sentence):
        yield say("rubric.confidence")
