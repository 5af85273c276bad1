"""Hostile submissions: each ends within its limits, gains nothing, and changes nothing outside."""

import os
import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from fairmark.grading import classroom
from fairmark.grading.marking import mark
from fairmark.grading.runners import isolated
from fairmark.ids import cell_name
from fairmark.running.programs import Bounds
from tests.attacks.catalogue import ATTACKS
from tests.attacks.table import DOCS, table
from tests.classes import NUMBER, assignment, handed, notebook, solutions
from tests.machine import needs_sandbox, strangers
from tests.sets import FROZEN

pytestmark = [needs_sandbox, pytest.mark.usefixtures("frozen"), pytest.mark.xdist_group("attacks")]

# Short, so that the suite is short; what matters is that every attack meets some limit.
TIGHT = Bounds(cell_cpu=1.0, total_cpu=6, wall=12.0, memory=400, together=700, disk=24)
# What only burns processor time meets that limit, however busy the machine is.
PATIENT = replace(TIGHT, wall=600.0)
LOOPS = ["loop", "loop that catches all", "signals ignored", "clock stopped", "slow pattern"]
ATTACKED = "4.3"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder of the grader with a file that must stay as it is, and a service that listens."""
    folder = tmp_path_factory.mktemp("grader")
    (folder / "canary").write_text("alive", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def graded(place):
    """Grade every attack, two at a time, with an honest notebook after every tenth."""
    of = assignment()
    honest = handed(notebook(of, solutions(of)), "honest")
    with socket.create_server(("127.0.0.1", 0)) as service, ThreadPoolExecutor(2) as pool:
        course = classroom.open_course({NUMBER}, FROZEN, 20261, place)
        port = service.getsockname()[1]
        hostile = {a.name: handed(notebook(of, {ATTACKED: _code(a, course, place, port)}))
                   for a in ATTACKS}  # fmt: skip
        with (
            isolated(FROZEN, place, bounds=TIGHT) as kernels,
            isolated(FROZEN, place, bounds=PATIENT) as patient,
        ):
            for each in (kernels, patient):
                each.load(classroom.imports_of())
            work = {name: pool.submit(mark, each, course, patient if name in LOOPS else kernels)
                    for name, each in hostile.items()}  # fmt: skip
            check = [pool.submit(mark, honest, course, kernels) for _ in range(len(hostile) // 10)]
            found = {name: each.result() for name, each in work.items()}
            good = [each.result() for each in check]
            after = mark(honest, course, kernels)
    return found, [*good, after]


def _code(attack, course, place: Path, port: int) -> str:
    key = course.assignments[NUMBER].keys[ATTACKED]
    return attack.code.format(
        line=course.worlds[0].lines[ATTACKED],
        name=key.asks,
        question=ATTACKED,
        canary=place / "canary",
        folder=place,
        pid=os.getpid(),
        port=port,
        stub=cell_name(ATTACKED, "stub"),
        check=cell_name(ATTACKED, "check"),
    )


def test_no_two_attacks_share_a_name():
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_gains_no_point_and_has_a_typed_outcome(attack, graded):
    found = graded[0][attack.name]
    assert found.earned == 0
    assert found.outcome in ("graded", "graded with repairs")
    assert len(found.questions) == len(assignment().keys)


def test_honest_notebooks_between_the_attacks_keep_all_their_points(graded):
    _, honest = graded
    whole = sum(key.points for key in assignment().keys.values())
    assert [each.earned for each in honest] == [whole] * len(honest)
    assert not any(each.human for each in honest)


def test_nothing_outside_was_touched(graded, place):
    assert (place / "canary").read_text(encoding="utf-8") == "alive"
    assert sorted(p.name for p in place.iterdir()) == ["canary", "shipped", "variant"]


def test_no_process_is_left_behind(graded):
    assert strangers() == []


TAMPERING = ["forged report", "endless message", "deep message", "wrong types", "huge number"]


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_is_stopped_by_its_processor_time_and_needs_no_human(name, graded):
    found = graded[0][name]
    assert {q.id: q.outcome for q in found.questions}[ATTACKED] == "stopped"
    assert found.human == ()


@pytest.mark.parametrize("name", ["sleep", "trickle", *TAMPERING])
def test_waiting_and_tampering_are_shown_to_a_human(name, graded):
    assert graded[0][name].human


def test_the_table_in_the_docs_is_the_one_these_attacks_give():
    assert DOCS.read_text(encoding="utf-8") == table(), "run: python -m tests.attacks.table"
