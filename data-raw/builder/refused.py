"""Sites that are never a source: the list is data-raw/refused-domains.csv.

named: a public investigation or an authority names the site (`basis_url`); copy: it is not the
publisher's own page; partisan: the organ of a movement.
"""

import csv
from pathlib import Path
from urllib.parse import urlsplit

from alignment.tables import load, names
from builder import FOLDER
from builder.inputs import RecipeError

REASONS = ("named", "copy", "partisan")


def refused(folder: Path = FOLDER) -> dict[str, str]:
    """Return each refused domain with its reason.

    Raises
    ------
    RecipeError
        A row has no domain, an unknown reason, or is named without a page that names it.
    """
    found: dict[str, str] = {}
    with (folder / "refused-domains.csv").open(encoding="utf-8-sig", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            domain, reason = row["domain"].strip().lower(), row["reason"].strip()
            if not domain or "/" in domain or domain in found:
                raise RecipeError(
                    f"refused-domains.csv, line {line}: {domain!r} is empty, an address, or twice; "
                    "write each domain once, like example.org."
                )
            if reason not in REASONS:
                raise RecipeError(
                    f"refused-domains.csv, line {line}: the reason is {reason!r}; it must be one "
                    f"of {', '.join(REASONS)}."
                )
            if not row["basis"].strip() or (reason == "named" and not row["basis_url"].strip()):
                raise RecipeError(
                    f"refused-domains.csv, line {line}: {domain} needs a basis, and if it is named "
                    "by somebody, the page that names it."
                )
            found[domain] = reason
    return found


def refused_domain(url: str, known: dict[str, str]) -> str:
    """Return the refused domain that an address lies in, or nothing."""
    host = (urlsplit(url).hostname or "").lower()
    parts = host.split(".")
    tails = (".".join(parts[place:]) for place in range(len(parts)))
    return next((tail for tail in tails if tail in known), "")


def faults(folder: Path = FOLDER) -> list[str]:
    """Say which shipped sources stand on refused domains, one sentence per reason."""
    known = refused(folder)
    if "sources" not in names():
        return []
    pages = load("sources").dropna(subset="url")
    pages = pages.assign(domain=[refused_domain(url, known) for url in pages["url"]])
    pages = pages[pages["domain"] != ""]
    pages = pages.assign(reason=pages["domain"].map(known))
    return [
        f"{len(rows)} rows of table sources stand on a refused domain ({reason}): "
        f"{', '.join(sorted(rows['source_id']))}; find the original, or leave the figure out"
        for reason, rows in pages.groupby("reason")
    ]
