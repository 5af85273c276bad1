"""Five attacks on a class's files, each of which must fail to find a student."""

import hashlib
import json
import os
import random
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from alignment.classroom.collect import build, collect
from alignment.classroom.learnt import COLUMNS
from alignment.classroom.lists import Lists, MayNotBuild
from alignment.cli import main
from alignment.methods.classes.answers import guesses
from alignment.methods.classes.picture import Sheets, picture, spread
from alignment.methods.uncertainty import mulberry32
from tests.disclosing import recoverable
from tests.students import a_class, own_files, second_round

PUBLIC = ("class.html", "class.json", "panel.csv")
PEOPLE = [(f"id{1000 + k}", f"Lou Lee{chr(97 + k)}") for k in range(30)]
TYPED = "My grandmother told me of the border war when I was small."


def scores_shown(shown):
    """Every number of the picture that depends on scores, as one vector."""
    cells = [shown["scores"][d][c] for d in "MEDTF" for c in "ABCDEF"]
    return np.array([cell["q50"] for cell in cells])


# (a) differencing: the page of n and the page of n + 1.


@pytest.mark.parametrize(
    ("start", "now"), [(60, 61), (60, 64), (60, 59), (60, 56), (12, 13), (20, 24)]
)
def test_after_a_small_change_no_second_page_is_built(start, now):
    files, lists = own_files(70), Lists("salt")
    build(files[:start], 1, lists, {})
    with pytest.raises(MayNotBuild, match="subtraction"):
        build(files[:now], 1, lists, {})


def test_after_one_student_changed_one_score_no_second_page_is_built():
    files, lists = own_files(60), Lists("salt")
    build(files, 1, lists, {})
    changed = replace(files[0], answer=files[1].answer)
    with pytest.raises(MayNotBuild):
        build([changed, *files[2:], own_files(61)[60]], 1, lists, {})


@pytest.mark.parametrize("now", [60, 65, 55])
def test_with_the_same_files_or_five_more_or_five_fewer_a_page_may_be_built(now):
    files, lists = own_files(70), Lists("salt")
    build(files[:60], 1, lists, {})
    build(files[:now], 1, lists, {})


def as_shown(scores, weights):
    """The medians of the page alone: the attacks build a hundred pages."""
    return np.array([spread(column)["q50"] for column in scores.reshape(len(scores), -1).T])


def test_the_attacks_below_see_what_the_page_shows():
    scores, weights = a_class(23)
    shown = scores_shown(picture(Sheets(scores, weights)))
    assert as_shown(scores, weights).tolist() == shown.tolist()


def exact_means(scores, weights):
    """What a page without the rules would show."""
    return scores.mean(axis=0).ravel()


def gain_by_differencing(shown, n=60):
    """The best linear guess from the change of the page, fitted on other classes."""
    changes, sheets = [], []
    for seed in range(40):
        scores, weights = a_class(n + 1, seed=seed)
        before, after = shown(scores[:n], weights[:n]), shown(scores, weights)
        changes.append(after - before)
        sheets.append(scores[n].ravel() - after)
    change, sheet = np.array(changes), np.array(sheets)
    train, test = slice(0, 30), slice(30, 40)
    slope = (change[train] * sheet[train]).sum() / max((change[train] ** 2).sum(), 1e-9)
    plain = (sheet[test] ** 2).mean()
    attacked = ((sheet[test] - slope * change[test]) ** 2).mean()
    return 1 - attacked / plain


def test_even_with_both_pages_a_newcomers_scores_are_not_guessed_better():
    assert gain_by_differencing(as_shown) <= 0.10


def test_the_same_attack_finds_everything_on_a_page_of_exact_means():
    assert gain_by_differencing(exact_means) > 0.99


# (b) the class minus me: four who know their own sheets look for one of the others.


def gain_of_four(shown, n, accomplices=4):
    gains = []
    for seed in range(30):
        scores, weights = a_class(n, seed=seed)
        page = shown(scores, weights)
        known, target = scores[:accomplices].reshape(accomplices, 30), scores[accomplices].ravel()
        rest = (n * page - known.sum(axis=0)) / (n - accomplices)  # as if they were means
        plain = np.abs(target - page).mean()
        gains.append(1 - np.abs(target - np.clip(rest, 0, 100)).mean() / plain)
    return np.mean(gains)


@pytest.mark.parametrize("n", [10, 12, 20])
def test_four_who_put_their_sheets_together_do_not_find_the_others(n):
    assert gain_of_four(as_shown, n) <= 0.05


def test_the_same_attack_finds_the_fifth_of_five_on_exact_means():
    assert gain_of_four(exact_means, 5) > 0.99


# (c) subtraction: a hidden count that follows from the shown ones and the total.


@pytest.mark.parametrize("seed", range(12))
def test_no_hidden_first_place_follows_from_the_others(seed):
    shown = picture(Sheets(*a_class(11 + 3 * seed, seed=seed)))["first_places"]
    hidden = [d for d, share in shown.items() if share is None]
    assert len(hidden) != 1
    assert not hidden or not recoverable([[1] * len(hidden)], len(hidden))


def test_every_bar_stands_for_five_students_or_none():
    scores, weights = a_class(23)
    shown = picture(Sheets(scores, weights))
    bars = 0
    for d, domain in enumerate("MEDTF"):
        for c, criterion in enumerate("ABCDEF"):
            for bar in shown["scores"][domain][criterion]["bars"]:
                last = bar["high"] == 100
                column = scores[:, d, c]
                inside = (column >= bar["low"]) & (
                    (column < bar["high"]) | (last & (column == 100))
                )
                assert inside.sum() == 0 or inside.sum() >= 5
                bars += 1
    assert bars > 20


# (d) search: the bytes of what is published hold nothing of one sheet.


def collected(tmp_path, files, name="class"):
    source = tmp_path / f"in-{name}"
    source.mkdir()
    for k, file in enumerate(files):
        (source / f"lee_lou_{k:03}_secret-name.json").write_text(file.text())
    collect(source, tmp_path / name, 1)
    return tmp_path / name


def test_no_six_scores_in_a_row_no_exact_weight_no_name_and_no_digest_is_published(tmp_path):
    files = own_files(60)
    out = collected(tmp_path, files)
    salt = json.loads((out / "instructor/lists.json").read_text())["salt"]
    for name in PUBLIC:
        text = (out / name).read_text()
        script = text.index("<script>") if "<script>" in text else len(text)
        numbers = re.findall(r"\d+(?:\.\d+)?", text[:script].split("</style>")[-1])
        runs = {tuple(map(float, numbers[k : k + 6])) for k in range(len(numbers) - 5)}
        for file in files:
            for scores in file.answer.scores.values():
                assert tuple(scores[c][1] for c in "ABCDEF") not in runs
            for point in file.answer.points.values():
                assert point == round(point) or f"{point:.4f}" not in text
            assert file.lock == "" or file.lock not in text
            assert hashlib.sha256(file.text().encode()).hexdigest() not in text
        assert "lee_lou" not in text
        assert "secret-name" not in text
        assert salt not in text
        assert not re.search(r"\b[0-9a-f]{32,}\b", text)


def test_no_table_has_a_row_per_student(tmp_path):
    small = collected(tmp_path, own_files(50), "fifty")
    large = collected(tmp_path, own_files(100, seed=3), "hundred")
    for name in ("panel.csv", "class.json"):
        lines = [len((out / name).read_text().splitlines()) for out in (small, large)]
        assert abs(lines[0] - lines[1]) < 100


def test_the_page_loads_nothing_and_sends_nothing(tmp_path):
    page = (collected(tmp_path, own_files(20)) / "class.html").read_text()
    assert not re.search(r"(src|href)\s*=|@import|url\(|fetch\(|XMLHttp|sendBeacon|WebSocket", page)


# (e) order: shuffled, renamed and re-dated files give the same bytes.


def test_the_order_names_and_dates_of_files_change_not_one_byte(tmp_path):
    files = own_files(40)
    first = collected(tmp_path, files, "first")
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    order = random.Random(5).sample(range(40), 40)
    for place, k in enumerate(order):
        path = mixed / f"z{99 - place}.json"
        path.write_text(files[k].text())
        os.utime(path, (1e9 + place, 1e9 + place))
    collect(mixed, tmp_path / "second", 1)
    for name in PUBLIC:
        assert (first / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def test_the_digests_that_are_kept_cannot_be_tried_without_the_salt(tmp_path):
    files = own_files(12)
    one, two = Lists("a"), Lists("b")
    for lists in (one, two):
        build(files, 1, lists, {})
    assert not set(one.closed["round 1"]) & set(two.closed["round 1"])


# The same five for guesses and forecasts, whose lists are closed one by one; (d) and (e) above
# hold them already, because the files of these classes hold forecasts and guesses.


def middles(numbers):
    """What the page shows of one guess of a number, from 0 to 100."""
    shown = guesses([[x] for x in numbers], (), 5)["values"][0]
    return np.array([shown["q50"]])


def means(numbers):
    return np.array([np.mean(numbers)])


def a_guess(n, seed):
    return np.floor(100 * mulberry32(seed, n))


def newcomer(shown, n=60):
    changes, found = [], []
    for seed in range(200):
        numbers = a_guess(n + 1, seed)
        before, after = shown(numbers[:n]), shown(numbers)
        changes.append(after - before)
        found.append(numbers[n] - after)
    change, own = np.array(changes), np.array(found)
    slope = (change[:150] * own[:150]).sum() / max((change[:150] ** 2).sum(), 1e-9)
    return 1 - ((own[150:] - slope * change[150:]) ** 2).mean() / (own[150:] ** 2).mean()


def test_a_newcomers_guess_does_not_follow_from_two_pages():  # (a)
    assert newcomer(middles) <= 0.10
    assert newcomer(means) > 0.99


@pytest.mark.parametrize("n", [10, 12, 20])
def test_four_who_tell_each_other_their_guesses_do_not_find_a_fifth(n):  # (b)
    def gain(shown, n):
        each = []
        for seed in range(200):
            numbers = a_guess(n, seed)
            page = shown(numbers)[0]
            rest = np.clip((n * page - numbers[:4].sum()) / (n - 4), 0, 100)
            each.append((abs(numbers[4] - page), abs(numbers[4] - rest)))
        plain, attacked = np.mean(each, axis=0)
        return 1 - attacked / plain

    assert gain(middles, n) <= 0.05
    assert gain(means, 5) > 0.99


@pytest.mark.parametrize("seed", range(12))
def test_no_hidden_share_of_a_choice_follows_from_the_others(seed):  # (c)
    n = 11 + 3 * seed
    chosen = np.array(list("wxyz"))[np.minimum((4 * mulberry32(seed, n) ** 2), 3).astype(int)]
    shares = guesses([[x] for x in chosen], tuple("wxyz"), 5)["shares"]
    hidden = [name for name, share in shares.items() if share is None]
    assert len(hidden) != 1
    for name, share in shares.items():
        count = (chosen == name).sum()
        assert share is None or count == 0 or count >= 5


def test_guesses_follow_the_same_rules(tmp_path):
    files = [replace(f, answer=None) for f in own_files(30)]
    lists = Lists("salt")
    assert build(files[:9], 1, lists, {})[0]["guesses"] == {}
    earlier, _ = build(files[:20], 1, lists, {})
    for now in (21, 24, 19):
        later, _ = build(files[:now], 1, lists, earlier)
        assert later["guesses"] == earlier["guesses"]
    grown, _ = build(files[:25], 1, lists, earlier)
    assert grown["guesses"]["p4-2"]["answers"] == 25
    for value in grown["guesses"]["p4-2"]["values"][0].values():
        assert value % 2.5 == 0


def test_two_rounds_are_compared_for_ten_students_or_not_at_all():
    lists, files = Lists("salt"), own_files(30)
    build(files, 1, lists, {})
    both = second_round(files)
    few = both[:9] + [replace(f, before=None) for f in both[9:]]
    assert build(few, 2, lists, {})[0]["movement"] is None


def medians(of, name):
    return [of["movement"]["scores"][d][c][name] for d in "MEDTF" for c in "ABCDEF"]


def two_rounds(first, second):
    """Both pages: of the first students in round 1, and of some of them and new ones in round 2."""
    lists, files = Lists("salt"), own_files(60)
    earlier, _ = build(files[:first], 1, lists, {})
    moved = second_round(files)[second]
    known = set(map(id, files[:first]))
    moved = [m if id(f) in known else replace(m, before=None)
             for f, m in zip(files[second], moved, strict=True)]  # fmt: skip
    return earlier, build(moved, 2, lists, earlier)[0]


@pytest.mark.parametrize("second", [slice(0, 13), slice(0, 16), slice(1, 12), slice(2, 15)])
def test_who_answered_one_round_only_does_not_follow_from_page_and_movement(second):
    earlier, shown = two_rounds(12, second)
    assert medians(shown, "before") == scores_shown(earlier).tolist()
    assert medians(shown, "after") == scores_shown(shown).tolist()
    assert shown["movement"]["orders"] == [earlier["orders"], shown["orders"]]
    assert shown["movement"]["w"] == [earlier["agreement"]["w"], shown["agreement"]["w"]]


def test_where_five_answered_one_round_only_the_medians_are_of_those_with_both():
    earlier, shown = two_rounds(20, slice(0, 40))
    assert shown["movement"]["students"] == 20
    assert medians(shown, "before") == scores_shown(earlier).tolist()
    assert medians(shown, "after") != scores_shown(shown).tolist()


def test_the_attack_on_page_and_movement_would_have_paid_in_a_small_class():
    assert gain_by_differencing(as_shown, 11) > 0.10


# A worried student: every file of the class outside the teacher's folder, at the end of a term.


def test_no_file_of_the_class_says_who_handed_in_what_at_the_end_of_a_term(tmp_path):
    def hand_in(folder, texts, ending):
        (tmp_path / folder).mkdir()
        for k, text in enumerate(texts):
            (tmp_path / folder / f"{PEOPLE[k][0]}.{ending}").write_text(text)
        return str(tmp_path / folder)

    def run(*words):
        assert main(["class", *words]) in (0, 1)

    out, roster = str(tmp_path / "class"), str(tmp_path / "list.csv")
    Path(roster).write_text("id,name\n" + "".join(f"{a},{b}\n" for a, b in PEOPLE))
    files = own_files(30)
    moved = second_round(files)
    run("collect", hand_in("1", [f.text() for f in files], "json"), "--round", "1", "--out", out,
        "--roster", roster)  # fmt: skip
    reason = json.dumps({"kind": "alignment reason for the class", "schema": 1, "domain": "M",
                         "criterion": "A", "side": "below", "text": TYPED})  # fmt: skip
    run("reasons", hand_in("why", [reason], "json"), "--class", out)
    typed = Path(out, "instructor/reasons.csv")
    typed.write_text(typed.read_text().rstrip("\n").rstrip(",") + ",Maps of the family differ.\n")
    run("reasons", "--show", "--class", out)
    run("collect", hand_in("2", [f.text() for f in moved], "json"), "--round", "2", "--out", out)
    (tmp_path / "answers.csv").write_text("id,outcome,source,decided\nN1,yes,customs,\n")
    run("score", out, "--resolved", str(tmp_path / "answers.csv"))
    for k, name in enumerate(("before", "after")):
        lines = [f"Code{j},{'AB'[(j + k) % 2]},{','.join('abcd'[(j + k) % 4] * 10)}"
                 for j in range(30)]  # fmt: skip
        (tmp_path / f"{name}.csv").write_text("\n".join([",".join(COLUMNS), *lines]))
    run("learnt", str(tmp_path / "before.csv"), str(tmp_path / "after.csv"), "--out", out)
    public = [path for path in Path(out).rglob("*") if path.is_file()
              and "instructor" not in path.relative_to(out).parts]  # fmt: skip
    assert len(public) == 8
    for path in public:
        text = path.name + path.read_text()
        found = [each for person in PEOPLE for each in (*person, TYPED) if each in text]
        assert found == [], path.name
        assert not re.search(r"code\d|grandmother|\b[0-9a-f]{32,}\b", text.lower())
        for file in files + moved:
            assert json.dumps([file.answer.scores["M"][c][1] for c in "ABCDEF"])[1:-1] not in text
