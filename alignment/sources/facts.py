"""Figures read from published pages: each row keeps a pointer to its page in `sources`.

Rows of confidence low never leave this module; the notes and quotations stay in the raw files.
"""

import hashlib
from urllib.parse import urlsplit

import pandas as pd

from alignment.sources.raw import Raw

ECONOMY = tuple(
    f"facts-economy/{name}.csv"
    for name in (
        "china-russia-trade",
        "asymmetry",
        "energy",
        "dual-use",
        "sanctions",
        "finance",
        "global-south",
        "limits-of-alignment",
    )
)
SECURITY = tuple(
    f"facts-security/{name}.csv"
    for name in (
        "events_2026",
        "joint_exercises_patrols_2003_2025",
        "lowy_diplomatic_posts_2023",
        "north_korea_ties",
        "nuclear_warheads_sipri_2025",
        "public_opinion",
        "published_counts_exercises",
        "sco_brics_membership",
        "timeline_1860_2025",
        "unga_ukraine_tallies_2014_2025",
        "unga_ukraine_votes_selected_states",
        "es11_7_votes_by_country",
        "unsc_selected_votes",
        "unsc_vetoes_2022_2025",
        "xi_putin_meetings",
    )
)
# Two pages were read in a mirror with an odd address; readers are sent to the original.
MIRROR = "https://hessslslslsls.azureedge.net/wiki/"
WIKIPEDIA = "https://en.wikipedia.org/wiki/"
ORIGINALS = {
    f"{MIRROR}Resolution_ES-11/5": f"{WIKIPEDIA}United_Nations_General_Assembly_Resolution_ES-11/5",
    f"{MIRROR}United_Nations_General_Assembly_Resolution_ES-11/6": (
        f"{WIKIPEDIA}United_Nations_General_Assembly_Resolution_ES-11/6"
    ),
}
# Parts of an address that do not tell one site from another.
_GENERIC = {"co", "com", "org", "net", "gov", "edu", "ac", "or", "go", "int", "www", "en"}


def source_id(url: str) -> str:
    """Return the identifier of a page: its site and six digits that tell its pages apart."""
    host = urlsplit(url).netloc.split(":")[0].lower()
    parts = [part for part in host.split(".")[:-1] if part not in _GENERIC] or [host]
    digest = hashlib.sha256(url.encode()).hexdigest()[:6]
    return f"{parts[-1]}-{digest}"


def table(raw: Raw, name: str, *, low: bool = False) -> pd.DataFrame:
    """Read one file of facts; rows of confidence low are left out unless `low`."""
    frame = raw.csv(name)
    frame["url"] = frame["url"].replace(ORIGINALS)
    frame["source_id"] = [source_id(url) if isinstance(url, str) else None for url in frame["url"]]
    if "confidence" in frame and not low:
        frame = frame[frame["confidence"].isin(["high", "medium"])]
    return frame.reset_index(drop=True)


def pages(raw: Raw) -> pd.DataFrame:
    """Return every page the files of facts point to: source_id, publisher, title, url."""
    frames = [table(raw, name) for name in (*ECONOMY, *SECURITY)]
    columns = ["source_id", "publisher", "title", "url"]
    found = pd.concat([frame[columns] for frame in frames])
    return found.dropna(subset=["url"]).drop_duplicates("source_id").reset_index(drop=True)
