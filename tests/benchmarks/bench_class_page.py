"""Measure the class report: `python -m tests.benchmarks.bench_class_page` prints seconds.

From the result files on disk to the written report and the table of whom to follow up, in a fresh
process, so that what is imported counts too.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from fairmark.answers.verdict import NOT_YET, RIGHT
from fairmark.grading.compare import Judged
from fairmark.grading.results import Graded, write_result
from tests.benchmarks.report import keep
from tests.classes import NUMBER, assignment

AIM = 2.0  # seconds for 2,000 results
RUN = """
import sys
from pathlib import Path
from fairmark.grading.assignments import open_assignment
from fairmark.grading.entries import Entry
from fairmark.grading.follow import follow_up
from fairmark.grading.report import Tally, class_report
from fairmark.grading.results import read_result
place, number, exercises = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
sets, tally, rows = {number: open_assignment(number, exercises)}, Tally(), []
for path in place.glob("results/*.json"):
    one = read_result(path)
    tally.add(one, sets)
    rows.append((Entry(one.student, one.name, one.file, one.number), one))
(place / "report.html").write_text(class_report(tally, sets, [], (number,)), encoding="utf-8")
print(len(rows), len(follow_up(rows, (number,), {})))
"""


def main() -> int:
    """Write results, measure three times, print the best."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=2000)
    args = parser.parse_args()
    of = assignment()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for at in range(args.submissions):
            judged = []
            for turn, key in enumerate(of.keys.values()):
                right = (at * 7 + turn * 3) % 5 > 1
                told = key.wrong[at % len(key.wrong)].sentence if key.wrong else ""
                judged.append(Judged(key.id, key.title, key.points, key.points * right,
                                     RIGHT if right else NOT_YET,
                                     "" if right else told))  # fmt: skip
            who = (f"s{at}", f"S {at}", f"s{at}.ipynb", NUMBER, "graded", "")
            one = Graded(*who, tuple(judged))
            write_result(one, place / "results")
        exercises = Path(__file__).resolve().parents[2] / "exercises"
        seconds = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", RUN, str(place), NUMBER, str(exercises)],
                           check=True)  # fmt: skip
            seconds.append(time.perf_counter() - start)
    best = min(seconds)
    print(f"class report of {args.submissions} results: {best:.2f} s (aim {AIM:g} s for 2,000)")
    keep("class_page", {"submissions": args.submissions, "seconds": seconds, "aim": AIM})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
