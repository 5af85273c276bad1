"""Invented classes for tests: `mulberry32` makes the same ones on any machine."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.special import ndtri

from alignment.methods.uncertainty import mulberry32
from alignment.records.class_file import Answer, ClassFile
from alignment.records.sheets import CRITERIA, DOMAINS
from alignment.tables import load

SWING = np.array([70.0, 50, 100, 40, 60, 45])
M, E, D, T, F = range(5)


def reference_modes() -> np.ndarray:
    rows = load("judgements").query("sheet == 'reference'")
    table = rows.pivot(index="domain", columns="criterion", values="mode")
    return table.loc[list("MEDTF")].to_numpy(float)


REFERENCE = reference_modes()


def a_class(n: int, seed: int = 1, step: float = 0) -> tuple[np.ndarray, np.ndarray]:
    """Scores and weights of n students around the reference; `step` plants two camps."""
    z = ndtri(mulberry32(seed, 36 * n) + 2.0**-33).reshape(n, 36)
    scores = REFERENCE + 15 * z[:, :30].reshape(n, 5, 6)
    side = np.where(np.arange(n) < n // 2, 1, -1) * step / 2
    scores[:, :, 4] += side[:, None]  # irreversibility
    scores[:, :, 1] -= side[:, None]  # commitment
    shares = SWING * np.exp(0.35 * z[:, 30:])
    weights = shares / shares.sum(axis=1, keepdims=True)
    return np.clip(np.floor(scores / 5 + 0.5) * 5, 0, 100), weights


def answers(scores: np.ndarray, weights: np.ndarray) -> list[Answer]:
    """Make answers of scores and weights; each score has a range of 10 points to both sides."""
    made = []
    for sheet, shares in zip(scores, weights, strict=True):
        ends = [(max(s - 10, 0.0), float(s), min(s + 10, 100.0)) for s in sheet.ravel()]
        cells = {
            d: dict(zip(CRITERIA, ends[6 * k : 6 * k + 6], strict=True))
            for k, d in enumerate(DOMAINS)
        }
        points = shares / shares.max() * 100
        made.append(Answer(cells, dict(zip(CRITERIA, points.tolist(), strict=True))))
    return made


def own_files(n: int, seed: int = 1, step: float = 0) -> list[ClassFile]:
    """Files for the class of n students in round 1, with forecasts and guesses."""
    drawn = mulberry32(seed + 1, 4 * n).reshape(n, 4)
    return [
        ClassFile(
            1,
            answer=answer,
            seen_reference=False,
            forecasts={"N1": float(round(d[0] * 100)), "N3": float(round(d[1] * 40))},
            guesses={"p4-2": [float(round(10 + 40 * d[2]))]},
        )
        for answer, d in zip(answers(*a_class(n, seed, step)), drawn, strict=True)
    ]


def second_round(first: list[ClassFile], pull: float = 0.3) -> list[ClassFile]:
    """Round 2 of the same students, each score pulled towards the reference."""
    scores = np.array([[[f.answer.scores[d][c][1] for c in CRITERIA] for d in DOMAINS]
                       for f in first])  # fmt: skip
    points = np.array([[f.answer.points[c] for c in CRITERIA] for f in first])
    moved = np.floor((scores + pull * (REFERENCE - scores)) / 5 + 0.5) * 5
    after = answers(moved, points / points.sum(axis=1, keepdims=True))
    return [
        replace(f, round=2, answer=a, before=f.answer, seen_reference=True)
        for f, a in zip(first, after, strict=True)
    ]


def put(folder: Path, files: list[ClassFile], name: str = "{:03}.json") -> Path:
    """Write files into a folder, as a class hands them in."""
    folder.mkdir(parents=True, exist_ok=True)
    for k, file in enumerate(files):
        (folder / name.format(k)).write_text(file.text())
    return folder


def free_riders(n: int) -> list[ClassFile]:
    """Files of students who did not judge: half left every score at 50, half took the reference."""
    flat = np.where((np.arange(n) % 2 == 0)[:, None, None], 50.0, REFERENCE)
    _, weights = a_class(n, seed=5)
    return [
        replace(file, answer=answer)
        for file, answer in zip(own_files(n, seed=9), answers(flat, weights), strict=True)
    ]


def a_lecture_hall(folder: Path) -> tuple[Path, Path]:
    """Write both rounds of 300 students, as they come in; return their folders.

    Two camps at the limit that the course states, ten free riders among the 300, and in round 1 on
    top of them three broken files, one file twice, and a joker's.
    """
    files = own_files(290, step=19) + free_riders(10)
    first = put(folder / "in1", files)
    (first / "000 again.json").write_text(files[0].text())
    for k in range(3):
        (first / f"broken{k}.json").write_text("{" * (k + 1))
    joker = files[5].record() | {"answer": {"scores": "all of them"}}
    (first / "joker.json").write_text(json.dumps(joker))
    return first, put(folder / "in2", second_round(files, pull=0.2))
