"""Every ordinary mistake is known by name where it leads to, and none is taken for right."""

import ast
import random
from dataclasses import replace
from fractions import Fraction

import pandas as pd
import pytest

from fairmark.answers.judging import judge
from fairmark.answers.kinds import kind_named
from fairmark.answers.known import key_from
from fairmark.answers.mistakes import CATALOGUE, Mistake, mistake_from
from fairmark.answers.tree import Group
from fairmark.answers.writing import Spec, write
from fairmark.authoring.percent import find_sources
from fairmark.authoring.sets import read_set
from fairmark.proving.catalogue import catalogue, made, named
from fairmark.proving.key_builder import build_keys, normalised
from fairmark.proving.mutants import mutants
from fairmark.proving.rehearsal import stages
from tests.sets import EXERCISES, question, write_set

DECOYS = 200
SETS = pytest.mark.parametrize("source", find_sources(EXERCISES), ids=lambda source: source.stem)


def opened(source):
    """Give each question with those before it and its key."""
    exercise = read_set(source)
    keys = build_keys(exercise)["questions"]
    every = stages(exercise)
    for number, stage in enumerate(every):
        yield stage, every[:number], key_from(stage.question.id, keys[stage.question.id])


@pytest.mark.parametrize(
    ("right", "answer", "words"),
    [
        ("sum([10.0, 20.0, 60.0]) / 3", 60.0 / 3, "values are combined with max"),
        ("sum([10.0, 20.0, 60.0]) / 3", 90.0, "something is not divided"),
        ("(200.0 / 50.0) ** 0.5", 4.0, "a power or a root is left out"),
        ("5.0 * (2024 - 2020)", 25.0, "2025 is used in one place"),
        ("[7.0, 8.0, 9.0][-1]", 8.0, "one number is off by one"),
    ],
)
def test_a_slip_in_the_calculation_is_named(tmp_path, right, answer, words):
    ((_, _, key),) = opened(write_set(tmp_path, question(right=right, wrong="1234.5")))
    assert words in judge(key, answer).sentence


def test_the_answer_to_an_earlier_question_is_named(tmp_path):
    source = write_set(
        tmp_path,
        question(),
        question("99.2", title="Two", name="other", right="61.5", wrong="1234.5"),
    )
    _, (_, _, key) = opened(source)
    assert "when question 99.1 is answered" in judge(key, 50.0).sentence


def test_each_entry_of_a_dictionary_is_told_its_own_mistake(tmp_path):
    right = "{'june': 30.0 / 20.0, 'july': 10.0 ** 2}"
    ((_, _, key),) = opened(write_set(tmp_path, question(right=right, wrong="{'june': 3.3}")))
    said = judge(key, {"june": 20.0 / 30.0, "july": 10.0}).sentence
    assert "june: This comes out when two things change places" in said
    assert "july: This comes out when a power or a root is left out." in said


def test_what_a_drawn_traceback_hangs_on_the_trees_of_python_is_not_copied(monkeypatch):
    class Unmoved:
        def __deepcopy__(self, memo):
            raise AssertionError("copied")

    shared = ast.parse("a").body[0].value.ctx  # the same object in every tree
    monkeypatch.setattr(shared, "parent", Unmoved(), raising=False)
    assert "a + b" in {each.code for each in mutants("a - b", {})}


@pytest.mark.parametrize("answer", [0, 0.004, -0.003])
def test_nothing_is_no_slip_of_scale(tmp_path, answer):
    """0.3 / 100 lies within the tolerance of 0, and so does much else that anybody may write."""
    ((_, _, key),) = opened(
        write_set(tmp_path, question(right="{'a': 0.3, 'b': -0.2}", tolerance=0.005, wrong="7"))
    )
    assert "100 times" not in judge(key, {"a": answer, "b": -0.2}).sentence


def test_a_share_for_per_cent_is_still_named(tmp_path):
    ((_, _, key),) = opened(
        write_set(tmp_path, question(right="30.0", tolerance=0.5, unit="per cent", wrong="7"))
    )
    assert "this looks like a share" in judge(key, 0.3).sentence
    assert "100 times" not in judge(key, 0).sentence


def test_a_right_answer_near_to_nothing_makes_no_other_number_a_slip(tmp_path):
    ((_, _, key),) = opened(
        write_set(tmp_path, question(right="0.003", tolerance=0.005, wrong="7"))
    )
    assert "100 times" not in judge(key, 0.6).sentence


def test_a_rounded_number_is_not_told_that_another_label_was_used(tmp_path):
    """gas["china"] / gas["china"] is 1 in every year; so are ratios that somebody rounds."""
    right = 'gas["china"] / gas["europe"]'
    source = write_set(tmp_path, question(right=right, tolerance=0.01, wrong="7"))
    gas = '{"china": [8.0, 9.0, 18.0], "europe": [10.0, 10.0, 9.0]}'
    text = source.read_text(encoding="utf-8")
    line = "from alignment.checks import check, hint, solution\n"
    setup = f"{line}import pandas as pd\ngas = pd.DataFrame({gas})\n"
    source.write_text(text.replace(line, setup), encoding="utf-8")
    ((stage, before, key),) = opened(source)
    assert "column" in {each.kind for each in catalogue(stage, before)}
    assert "is used in one place" not in judge(key, pd.Series([1.0, 1.0, 2.0])).sentence
    assert "is used in one place" not in judge(key, pd.Series([1.0, 1.0, 1.0])).sentence


def test_a_line_of_the_keys_is_read_as_it_was_written():
    for each in (Mistake("0123", "year", "2021: or so"), Mistake("0123", "swap")):
        assert mistake_from(each.as_text()) == each


@SETS
@pytest.mark.long
def test_slips_are_named_and_every_kind_of_them_has_words(source):
    told = {}
    for stage, before, key in opened(source):
        assert {each.kind for each in catalogue(stage, before)} <= set(CATALOGUE)
        told |= {(key.id, text): ok for text, ok in named(stage, before, key).items()}
    assert sum(told.values()) >= 0.95 * len(told)


def decoys(node, width, draw):
    """Draw answers that differ from the right one by more than any tolerance."""
    if isinstance(node, Fraction):
        step = Fraction(repr(width)) if width else Fraction(1)
        far = draw.choice([2, 3, 10, 1000, draw.randint(2, 10**6)])
        return node + draw.choice([-1, 1]) * far * step
    if isinstance(node, Group) and node.parts:
        place = draw.randrange(len(node.parts))
        parts = list(node.parts)
        if node.kind == "set" or draw.random() < 0.2:
            del parts[place]
            labels = [each for n, each in enumerate(node.labels) if n != place]
            return replace(node, parts=tuple(parts), labels=tuple(labels))
        parts[place] = decoys(parts[place], width, draw)
        return replace(node, parts=tuple(parts))
    return f"'{draw.random()}'"


@SETS
@pytest.mark.long
def test_no_decoy_is_taken_for_right(source):
    for stage, before, key in opened(source):
        kind, draw = kind_named(key.kind), random.Random(f"decoy {key.id}")
        right = normalised(stage.attempt(stage.question.solution.text)).node
        spec = Spec(key.width, key.right.offsets)
        assert key.fits(key.right, right)
        tried = {kind.write(key, answer) for _, answer in made(stage, before, key)}
        while len(tried) < DECOYS:
            node = decoys(right, key.width, draw)
            assert not key.fits(key.right, node), (key.id, write(node, spec))
            tried.add(write(node, spec) + f" {len(tried)}")
