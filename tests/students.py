"""Invented classes for tests: `mulberry32` makes the same ones on any machine."""

import numpy as np
from scipy.special import ndtri

from alignment.methods.uncertainty import mulberry32
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
