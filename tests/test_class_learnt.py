"""The ten items before and after: a key that follows from the numbers, and sums of a class."""

import csv
import re

import numpy as np
import pytest

from alignment.classroom import learnt, skills
from alignment.cli import main
from alignment.errors import AlignmentError


def test_ten_items_in_two_forms_test_the_four_skills():
    assert len(skills.ITEMS) == 10
    assert {item.skill for item in skills.ITEMS} == set(skills.SKILLS)
    for number in range(1, 11):
        assert skills.asked(number, "A") != skills.asked(number, "B")
        for form in skills.FORMS:
            options = [text for text, _ in skills.answers(number, form)]
            assert len(set(options)) == 4
            assert not re.search(r"China|Russia", skills.asked(number, form))


@pytest.mark.parametrize("form", skills.FORMS)
def test_every_right_number_is_right_by_another_way_of_computing_it(form):
    number = {k: skills.ITEMS[k - 1].numbers[form] for k in range(1, 11)}
    right = {k: skills.answers(k, form)[skills.LETTERS.index(skills.key(form)[k - 1])][0]
             for k in range(1, 11)}  # fmt: skip

    def digits(k):
        return float(re.search(r"[\d.]+", right[k])[0])

    assert digits(1) == pytest.approx(100 * number[1]["x"] / number[1]["q"], abs=0.5)
    assert digits(2) == number[2]["a"] * number[2]["b"] / 100
    passengers = 1000  # line them up: abroad from the left, for work from the right
    abroad = set(range(number[3]["a"] * 10))
    work = set(range(passengers - number[3]["b"] * 10, passengers))
    assert digits(3) == 100 * len(abroad & work) / passengers
    hits = number[4]["faulty"] * number[4]["found"] / 100
    rings = hits + (1000 - number[4]["faulty"]) * number[4]["false"] / 100
    assert digits(4) == pytest.approx(100 * hits / rings, abs=0.5)
    series = [int(x) for x in number[6]["series"].split(", ")]
    begin, end = int(number[6]["low"]), int(number[6]["high"])
    first = int(number[6]["first"])
    assert series[end - first] == 3 * series[begin - first] == 3 * min(series)
    assert series[0] == series[-1]
    rates = [number[7]["a"] / number[7]["m"], number[7]["b"] / number[7]["k"]]
    assert digits(7) == pytest.approx(rates[1] / rates[0])
    w = digits(9)
    values = [w * s + (1 - w) * c for s, c in (number[9]["one"], number[9]["two"])]
    assert values[0] == pytest.approx(values[1])


def test_no_letter_is_right_too_often():
    for form in skills.FORMS:
        assert max(skills.key(form).count(letter) for letter in "abcd") <= 4


def answers(path, chance, forms, seed, n=40):
    rng = np.random.default_rng(seed)
    with path.open("w") as file:
        writer = csv.writer(file)
        writer.writerow(learnt.COLUMNS)
        for k in range(n):
            right = skills.key(forms[k % 2])
            given = [a if rng.random() < chance else "abcd"["abcd".index(a) - 1] for a in right]
            writer.writerow([f"Tulip{k}", forms[k % 2], *given])
    return path


def test_a_class_that_learnt_is_found_and_one_that_did_not_is_not_called_so(tmp_path):
    before = learnt.read(answers(tmp_path / "before.csv", 0.4, "AB", 1))
    after = learnt.read(answers(tmp_path / "after.csv", 0.7, "BA", 2))
    same = learnt.read(answers(tmp_path / "same.csv", 0.4, "BA", 3))
    found, none = learnt.compare(before, after), learnt.compare(before, same)
    assert found.gain == pytest.approx(3, abs=1)
    assert found.low > 0
    assert "more than luck explains" in " ".join(learnt.sentences(found))
    assert "luck alone could explain" in " ".join(learnt.sentences(none))


def test_the_command_writes_a_page_and_a_table_without_a_code(tmp_path):
    before = answers(tmp_path / "before.csv", 0.4, "AB", 1)
    after = answers(tmp_path / "after.csv", 0.7, "BA", 2)
    out = tmp_path / "class"
    assert main(["class", "learnt", str(before), str(after), "--out", str(out)]) == 0
    for name in (learnt.PAGE, learnt.TABLE):
        assert "tulip" not in (out / name).read_text().lower()
    rows = list(csv.DictReader((out / learnt.TABLE).open()))
    assert len(rows) == 10
    for row in rows:
        for share in (row["before"], row["after"]):
            assert share in ("hardly anybody", "nearly all") or float(share) % 5 == 0


def test_a_latecomer_does_not_follow_from_two_pages(tmp_path, capsys):
    before = answers(tmp_path / "before.csv", 0.4, "AB", 1, n=31)
    after = answers(tmp_path / "after.csv", 0.7, "BA", 2, n=30)
    late = answers(tmp_path / "late.csv", 0.7, "BA", 2, n=31)
    command = ["class", "learnt", str(before), "--out", str(tmp_path / "class")]
    assert main([*command, str(after)]) == 1  # one came once only
    page = (tmp_path / "class" / learnt.PAGE).read_bytes()
    assert main([*command, str(late)]) == 2
    assert "one of them away by subtraction" in capsys.readouterr().err
    assert (tmp_path / "class" / learnt.PAGE).read_bytes() == page
    assert main([*command, str(after)]) == 1


def test_who_came_once_or_had_the_same_form_twice_is_left_out_and_counted(tmp_path):
    before = learnt.read(answers(tmp_path / "before.csv", 0.4, "AB", 1))
    after = learnt.read(answers(tmp_path / "after.csv", 0.7, "BA", 2))
    after["stranger"] = after.pop("tulip0")
    after["tulip1"] = before["tulip1"]
    found = learnt.compare(before, after)
    assert found.students == 38
    assert found.left[0].startswith("2 came once only")
    assert found.left[1].startswith("1 had the same form twice")


def test_of_fewer_than_ten_nothing_is_shown(tmp_path):
    before = learnt.read(answers(tmp_path / "before.csv", 0.4, "AB", 1, n=9))
    after = learnt.read(answers(tmp_path / "after.csv", 0.7, "BA", 2, n=9))
    with pytest.raises(AlignmentError, match="below 10 nothing is shown"):
        learnt.compare(before, after)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("Tulip1,B", "Tulip1,C"), "row 3: the form is 'C'"),
        (("Tulip1,B", "Tulip0,B"), "row 3: a code stands there twice"),
        (("Tulip1,B", ",B"), "row 3: there is no code"),
        (("code,form", "name,form"), "needs the columns code, form"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_said_with_its_row(tmp_path, change, said):
    path = answers(tmp_path / "before.csv", 0.4, "AB", 1)
    path.write_text(path.read_text().replace(*change))
    with pytest.raises(AlignmentError, match=said):
        learnt.read(path)
