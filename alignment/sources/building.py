"""Turn recipes into the data package: CSV files, checksums and the descriptor.

The same raw files always give the same bytes: fixed decimals, fixed order, fixed line ends.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd

from alignment.sources import bibliography
from alignment.sources.dictionary import to_markdown
from alignment.sources.raw import Raw
from alignment.sources.recipe import ACCESSED, Field, Recipe, RecipeError
from alignment.tables.package import DESCRIPTOR
from alignment.tables.writing import make_folder, to_text, write_text

LICENCES = {
    "cc-by": {
        "name": "CC-BY-4.0",
        "title": "Creative Commons Attribution 4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }
}


def build(
    recipes: Iterable[Recipe], raw: Path, out: Path, progress: Callable = lambda items: items
) -> dict:
    """Build tables and write them with their descriptor.

    Parameters
    ----------
    recipes : iterable of Recipe
        The tables, in the order of the descriptor.
    raw : pathlib.Path
        Folder that holds the publishers' folders.
    out : pathlib.Path
        Folder to write to; it is made if needed.
    progress : callable, optional
        Wraps the list of recipes, for example with a progress bar.

    Returns
    -------
    dict
        The descriptor that was written.

    Raises
    ------
    RecipeError
        A builder's table does not fit its recipe.
    RawMissing
        A raw file is not there.
    """
    tables = [table(recipe, Raw(raw)) for recipe in progress(list(recipes))]
    resources = [entry for entry, _ in tables]
    package = {
        "name": "china-russia-alignment",
        "title": "Data on the China–Russia alignment",
        "description": "Small tidy tables for teaching. Text and derivations of this course are "
        "under CC BY 4.0; the licence of each table's contents is stated with the table.",
        "created": ACCESSED,
        "licenses": [LICENCES["cc-by"]],
        "resources": resources,
    }
    # Everything is built before anything is written: a failure leaves the old tables whole.
    make_folder(out)
    for entry, content in tables:
        write_text(out / entry["path"], content)
    write_text(out / DESCRIPTOR, json.dumps(package, indent=1, ensure_ascii=False) + "\n")
    write_text(out / "README.md", to_markdown(package))
    return package


def table(recipe: Recipe, raw: Raw) -> tuple[dict, str]:
    """Build one table; return its entry in the descriptor and its CSV."""
    frame = shaped(recipe, recipe.build(raw))
    content = to_text(frame, schema(recipe))
    return resource(recipe, raw, len(frame), content.encode("utf-8")), content


def shaped(recipe: Recipe, frame: pd.DataFrame) -> pd.DataFrame:
    """Keep the columns of the recipe in its order, sorted as built, and check the key."""
    names = [field.name for field in recipe.fields]
    missing = [name for name in names if name not in frame]
    if missing:
        raise RecipeError(f"The builder of {recipe.name} gives no column {missing}; add it.")
    frame = frame[names].reset_index(drop=True)
    twice = frame[frame.duplicated(list(recipe.key))]
    if len(twice):
        example = twice.iloc[0][list(recipe.key)].to_dict()
        raise RecipeError(f"Table {recipe.name} has the key {example} twice; keys are single.")
    return frame


def resource(recipe: Recipe, raw: Raw, rows: int, content: bytes) -> dict:
    """Return the descriptor's entry for one table."""
    known = bibliography.lookup()
    raw_rows = sum(raw.rows.values())
    entry = {
        "name": recipe.name,
        "path": f"{recipe.name}.csv",
        "title": recipe.title,
        "description": recipe.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": rows,
        "kind": recipe.kind,
        "topic": recipe.topic,
        "schema": schema(recipe),
        "sources": [_source(known[name]) for name in recipe.sources],
        "licence": recipe.licence,
        "basis": recipe.basis.format(rows=rows, raw_rows=raw_rows),
        "vintage": recipe.vintage,
        "coverage": recipe.coverage,
        "breaks": list(recipe.breaks),
        "accessed": ACCESSED,
        "relations": list(recipe.relations),
        "rawFiles": [{"path": p, "sha256": digest} for p, digest in sorted(raw.checksums.items())],
    }
    return entry | ({"upstream": recipe.upstream} if recipe.upstream else {})


def _source(row: dict) -> dict:
    entry = {
        "id": row["source_id"],
        "short": row["short"],
        "publisher": row["publisher"],
        "title": row["title"],
    }
    return entry | ({"path": row["url"]} if row["url"] else {})


def schema(recipe: Recipe) -> dict:
    """Return the Frictionless schema of a table."""
    keys = [
        {"fields": [column], "reference": {"resource": table, "fields": [other]}}
        for column, table, other in recipe.foreign
    ]
    described = {"fields": [_field(f) for f in recipe.fields], "primaryKey": list(recipe.key)}
    return described | {"missingValues": [""]} | ({"foreignKeys": keys} if keys else {})


def _field(field: Field) -> dict:
    limits = {"required": True} if field.required else {}
    limits |= {"minimum": field.minimum} if field.minimum is not None else {}
    limits |= {"maximum": field.maximum} if field.maximum is not None else {}
    limits |= {"enum": list(field.values)} if field.values else {}
    limits |= {"pattern": field.pattern} if field.pattern else {}
    entry = {"name": field.name, "type": field.type, "description": field.description}
    entry |= {"unit": field.unit} if field.unit else {}
    entry |= {"constraints": limits} if limits else {}
    entry |= {"trueValues": ["true"], "falseValues": ["false"]} if field.type == "boolean" else {}
    entry |= {"decimals": field.decimals} if field.decimals is not None else {}
    return entry | {"shadow": field.shadow}
