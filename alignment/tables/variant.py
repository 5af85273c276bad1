"""Variants: the same tables, keys and relations with other numbers.

An answer that was copied from the real data is wrong on a variant; an answer that was computed
is right on both. The same seed always gives the same variant.
"""

import hashlib
import json
import zlib
from pathlib import Path

import numpy as np
import pandas as pd

from alignment.errors import AlignmentError
from alignment.tables.package import DESCRIPTOR, descriptor, root
from alignment.tables.reading import read
from alignment.tables.relations import STAGES, relation
from alignment.tables.writing import make_folder, to_text, write_text

COLUMN_SPREAD, ROW_SPREAD = 0.20, 0.10
FLIPPED = 0.18
DAYS, YEARS = 400, 3
VOTES = np.array(["Y", "N", "A"], dtype=object)


class VariantRefused(AlignmentError):
    """A variant would overwrite the real tables."""


def write_variant(seed: int, out: Path, source: Path | None = None) -> dict:
    """Write a variant of the data package.

    Parameters
    ----------
    seed : int
        Any whole number from 0; it is the instructor's and is written nowhere.
    out : pathlib.Path
        Folder to write to; not the one that is read.
    source : pathlib.Path, optional
        The package to vary; `root()` by default.

    Returns
    -------
    dict
        The descriptor of the variant.

    Raises
    ------
    VariantRefused
        `out` holds the tables that are read.
    """
    source = source or root()
    if out.resolve() == source.resolve():
        raise VariantRefused(f"{out} holds the real tables; choose another folder for the variant.")
    make_folder(out)
    package = descriptor(source)
    frames = variant(seed, source)
    for item in package["resources"]:
        content = to_text(frames[item["name"]], item["schema"])
        write_text(out / item["path"], content)
        encoded = content.encode("utf-8")
        item["bytes"] = len(encoded)
        item["hash"] = f"sha256:{hashlib.sha256(encoded).hexdigest()}"
        # What the real rows were checked against is not true of these.
        item.pop("checked_against", None)
    package["description"] = "A variant: invented numbers for checking answers, not facts."
    write_text(out / DESCRIPTOR, json.dumps(package, indent=1, ensure_ascii=False) + "\n")
    return package


def variant(seed: int, source: Path | None = None) -> dict[str, pd.DataFrame]:
    """Return the variant of every table by name (see `write_variant`)."""
    source = source or root()
    items = {item["name"]: item for item in descriptor(source)["resources"]}
    old = {name: read(source / item["path"], item["schema"]) for name, item in items.items()}
    relations = {name: list(map(relation, item["relations"])) for name, item in items.items()}
    new = {}
    for name, item in items.items():
        draw = np.random.default_rng([seed, zlib.crc32(name.encode())])
        new[name] = moved(old[name], item["schema"]["fields"], item["schema"]["primaryKey"], draw)
    for stage in STAGES:
        for name, item in items.items():
            for each in relations[name]:
                if each.stage == stage:
                    new[name] = each.repair(new[name], old[name], new.__getitem__)
                    new[name] = as_written(new[name], item["schema"])
    return new


def as_written(frame: pd.DataFrame, schema: dict) -> pd.DataFrame:
    """Round the numbers as the file will hold them, so that later relations see the same."""
    rounded = {
        field["name"]: frame[field["name"]].astype("float64").round(field["decimals"])
        for field in schema["fields"]
        if field["type"] == "number"
    }
    return frame.assign(**rounded)


def moved(
    frame: pd.DataFrame, fields: list[dict], key: list[str], draw: np.random.Generator
) -> pd.DataFrame:
    """Move the columns of one table as their fields say; relations are repaired afterwards."""
    frame = frame.copy()
    for field in fields:
        name, how = field["name"], field["variant"]
        if how == "scale":
            frame[name] = scaled(frame, field, draw)
        elif how == "tally193":
            frame[name] = scaled(frame, field | {"type": "integer"}, draw)
        elif how == "draw":
            frame[name] = exchanged(frame[name], draw)
        elif how == "flip":
            frame[name] = flipped(frame[name], draw)
        elif how == "letters":
            frame[name] = spelled(frame[name], draw)
    frame = _blocks(frame, fields, draw)
    frame = _rankings(frame, fields, key, draw)
    return _shifted(frame, fields, key, draw)


def scaled(frame: pd.DataFrame, field: dict, draw: np.random.Generator) -> pd.Series:
    """Multiply by one factor for the column and one per row; shares stay below their limit."""
    column = frame[field["name"]]
    values = column.to_numpy(dtype="float64", na_value=np.nan)
    noise = draw.normal(0, COLUMN_SPREAD) + draw.normal(0, ROW_SPREAD, len(values))
    limit = _limits(frame, field, values)
    with np.errstate(divide="ignore", invalid="ignore"):
        part = values / limit
        inside = limit * part * np.exp(noise) / (1 - part + part * np.exp(noise))
        result = np.where(np.isfinite(limit), inside, values * np.exp(noise))
    result = np.where((values == 0) | (values == limit), values, result)
    if field["type"] == "integer":
        result = _whole(np.rint(result), values, limit)
        return pd.Series(result, index=frame.index).astype("Int64")
    return pd.Series(result.round(field["decimals"]), index=frame.index)


def _limits(frame: pd.DataFrame, field: dict, values: np.ndarray) -> np.ndarray:
    top = field.get("constraints", {}).get("maximum")
    if top is not None and field.get("constraints", {}).get("minimum", -1) >= 0:
        return np.full(len(values), float(top))
    limit = np.full(len(values), np.inf)
    if "unit" in frame:
        share = frame["unit"].eq("per cent").to_numpy() & (values > 0) & (values < 100)
        limit[share] = 100.0
    return limit


def _whole(result: np.ndarray, values: np.ndarray, limit: np.ndarray) -> np.ndarray:
    # Small counts often round back to themselves: then move every count by one.
    if np.array_equal(result, values, equal_nan=True):
        up = np.where(values < limit, 1, -1)
        result = np.where(values > 0, values + up, values)
    return result


def exchanged(column: pd.Series, draw: np.random.Generator) -> pd.Series:
    """Let the values of a column change places; empty cells stay empty."""
    column = column.copy()
    present = column.notna()
    values = column[present].to_numpy()
    new = values[draw.permutation(len(values))]
    if len(set(values)) > 1 and (new == values).all():
        new = np.roll(values, 1)
    column[present] = new
    return column


def flipped(column: pd.Series, draw: np.random.Generator) -> pd.Series:
    """Draw some of the votes again from yes, no and abstain; absences stay."""
    values = column.to_numpy(dtype=object).copy()
    chosen = np.isin(values, VOTES) & (draw.random(len(values)) < FLIPPED)
    values[chosen] = VOTES[draw.integers(0, 3, chosen.sum())]
    return pd.Series(values, index=column.index, dtype=column.dtype)


def spelled(column: pd.Series, draw: np.random.Generator) -> pd.Series:
    """Draw some votes again in texts that hold one letter per member."""
    one = ["".join(flipped(pd.Series(list(votes)), draw)) for votes in column]
    return pd.Series(one, index=column.index, dtype=column.dtype)


def _blocks(frame: pd.DataFrame, fields: list[dict], draw: np.random.Generator) -> pd.DataFrame:
    names = [field["name"] for field in fields if field["variant"] == "block"]
    if names:
        places = draw.permutation(len(frame))
        for name in names:
            frame[name] = frame[name].to_numpy()[places]
    return frame


def _rankings(
    frame: pd.DataFrame, fields: list[dict], key: list[str], draw: np.random.Generator
) -> pd.DataFrame:
    for field in fields:
        if field["variant"] == "permute":
            for _, rows in frame.groupby(key[0]).groups.items():
                frame.loc[rows, field["name"]] = draw.permutation(len(rows)) + 1
    return frame


def _shifted(
    frame: pd.DataFrame, fields: list[dict], key: list[str], draw: np.random.Generator
) -> pd.DataFrame:
    names = [field["name"] for field in fields if field["variant"] == "shift"]
    if not names:
        return frame
    first = frame[names[0]]
    if pd.api.types.is_datetime64_any_dtype(first):
        steps = pd.to_timedelta(draw.integers(-DAYS, DAYS + 1, len(frame)), unit="D")
    else:
        steps = draw.integers(-YEARS, YEARS + 1, len(frame))
    start = (first + steps).clip(first.min(), first.max())
    change = start - first
    for name in names:
        frame[name] = frame[name] + change
    return _single_keys(frame, names[0], key).sort_values(key, ignore_index=True)


def _single_keys(frame: pd.DataFrame, name: str, key: list[str]) -> pd.DataFrame:
    # Two rows of one name may land on one day: the later one moves on by a day.
    step = pd.Timedelta(days=1) if pd.api.types.is_datetime64_any_dtype(frame[name]) else 1
    while (twice := frame.duplicated(key)).any():
        frame.loc[twice, name] = frame.loc[twice, name] - step
    return frame
