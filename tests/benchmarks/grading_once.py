"""Grade one folder in this process and print wall time, processor time and scores as JSON."""

import json
import resource
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BEGIN = time.perf_counter()
EXERCISES = Path(__file__).resolve().parents[1] / "fixtures" / "economic" / "exercises"


def main(folder: Path, out: Path, passes: int) -> None:
    """Grade, hand on, and count everything this process and its children used."""
    from fairmark.grading.runners import isolated

    with tempfile.TemporaryDirectory() as place:
        with isolated(EXERCISES) as kernels:
            from fairmark.answers.verdict import RIGHT
            from fairmark.grading import classroom
            from fairmark.grading.entries import Wanted
            from fairmark.grading.handing_on import hand_on
            from fairmark.grading.intake import take_in

            intake = take_in(folder, Wanted())
            numbers = {entry.number for entry in intake.entries}
            seed = 1 if passes == 2 else None
            course = classroom.open_course(numbers, EXERCISES, seed, Path(place))
            kernels.load(classroom.imports_of())
            with ThreadPoolExecutor(classroom.workers(None)) as pool:
                begin, used = time.perf_counter(), processor_time(kernels)
                crew = classroom.Crew(pool, classroom.marker(course, kernels))
                rows = intake.entries
                done = classroom.grade_class(folder, rows, course, crew, out)
                right = {g.student: sum(q.outcome == RIGHT for q in g.questions) for g in done}
                running = time.perf_counter() - begin
        # The warm process has ended: all that it and its runs used is counted by now.
        marking = processor_time() - used
        hand_on(out, intake, course)
    wall = time.perf_counter() - BEGIN
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    found = {"wall": wall, "running": running, "memory": memory}
    found |= {"cpu": processor_time(), "marking": marking}
    print(json.dumps({**found, "right": [right[name] for name in sorted(right)]}))


def processor_time(kernels=None) -> float:
    """Return the seconds this process, its ended children, and the warm process have used."""
    from fairmark.running.sandbox import processor_seconds

    uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    now = sum(use.ru_utime + use.ru_stime for use in uses)
    return now + (processor_seconds(kernels.warm) if kernels else 0.0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
