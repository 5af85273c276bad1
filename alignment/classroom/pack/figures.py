"""The lessons' figures as SVG: drawn once by a browser, kept, and drawn again when they change.

A drawing needs Chromium and plotly's own script; reading one that is kept needs neither. A deck
holds a figure's numbers too: with plotly.js beside the decks it is live on the screen, and the
drawing is what is printed.
"""

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import nbformat

from alignment.errors import AlignmentError
from alignment.messages import MESSAGES

MIME = "application/vnd.plotly.v1+json"
SCRIPT = "plotly.min.js"
WIDTH, HEIGHT, LETTERS = 1280, 640, 21
LETTER = 13  # pixels of a letter in the lesson's own figure
_MARK = "<!-- figure {} -->\n"
_DRAW = """f => Plotly.toImage({data: f.data, layout: f.layout},
  {format: 'svg', width: f.width, height: f.height, imageDataOnly: true})"""


@dataclass(frozen=True)
class Figure:
    """One figure of a built lesson.

    Parameters
    ----------
    name : str
        For example "04-2".
    data : dict
        Plotly's JSON.
    finding, caveat, sources, words : str
        What stands around it; `words` is the figure in words.
    """

    name: str
    data: dict
    finding: str
    caveat: str
    sources: str
    words: str

    @property
    def mark(self) -> str:
        """A digest of what is drawn."""
        text = json.dumps(_sized(self), sort_keys=True)
        return sha256(text.encode()).hexdigest()[:16]

    @property
    def live(self) -> str:
        """What plotly.js needs to draw it like the drawing, as JSON that a page may hold."""
        sized = _sized(self) | {"config": self.data.get("config", {})}
        sized["layout"] |= {"hoverlabel": {"font": {"size": LETTERS}}}
        return json.dumps(sized, separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")


def figures_of(cell: nbformat.NotebookNode, name: str) -> Figure | None:
    """Return the figure of a cell of a built lesson, if it shows one through `present`."""
    outputs = [out.get("data", {}) for out in cell.get("outputs", [])]
    places = [k for k, data in enumerate(outputs) if MIME in data]
    if not places:
        return None
    k = places[0]
    before = outputs[k - 1].get("text/plain", "") if k else ""
    after = outputs[k + 1].get("text/plain", "") if k + 1 < len(outputs) else ""
    lines = after.splitlines()
    said = [line for line in lines if MESSAGES.made_of("figure.caveat", line)]
    sources = [line for line in lines if line.startswith("Source")]
    return Figure(
        name,
        json.loads(json.dumps(outputs[k][MIME])),
        " ".join(before.split()),
        said[0] if said else "",
        sources[0] if sources else "",
        str(outputs[k].get("text/plain", "")),
    )


def draw(figures: Sequence[Figure], folder: Path) -> dict[str, str]:
    """Return the SVG of each figure, and keep it in the folder.

    Parameters
    ----------
    figures : sequence of Figure
        In any order.
    folder : Path
        Where drawings are kept; one that is there and fits is not drawn again.

    Returns
    -------
    dict of str to str
        SVG by name.

    Raises
    ------
    AlignmentError
        If something has to be drawn and there is no browser.
    """
    found, wanted = {}, []
    for each in figures:
        path = folder / f"{each.name}.svg"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if text.startswith(_MARK.format(each.mark)):
            found[each.name] = text.partition("\n")[2]
        else:
            wanted.append(each)
    if wanted:
        folder.mkdir(parents=True, exist_ok=True)
    for each, svg in zip(wanted, _drawn(wanted), strict=True):
        (folder / f"{each.name}.svg").write_text(_MARK.format(each.mark) + svg, encoding="utf-8")
        found[each.name] = svg
    return found


def make_live(folder: Path) -> Path:
    """Put plotly.js of the installed package beside the decks of a folder; return its path.

    Raises
    ------
    AlignmentError
        If no deck is there.
    """
    if not any(folder.glob("slides-*.html")):
        raise AlignmentError(
            f"{folder} holds no slides-NN.html; run this in the folder of the course, or name the "
            "folder with the slides (--out)"
        )
    target = folder / SCRIPT
    shutil.copyfile(_plotly(), target)
    return target


def _plotly() -> Path:
    import plotly

    return Path(plotly.__file__).parent / "package_data" / SCRIPT


def _drawn(figures: Sequence[Figure]) -> list[str]:
    if not figures:
        return []
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        raise AlignmentError(
            f"{len(figures)} figures of the slides have changed and need a browser to be drawn; "
            "install Chromium (Debian: apt-get install chromium) and run make teaching again"
        )
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path)
        page = browser.new_page()
        page.add_script_tag(path=str(_plotly()))
        drawn = [_plain(page.evaluate(_DRAW, _sized(each)), each.name) for each in figures]
        browser.close()
    return drawn


def _sized(figure: Figure) -> dict:
    layout = dict(figure.data["layout"])
    layout |= {"width": WIDTH, "height": HEIGHT, "font": {"size": LETTERS, "family": "sans-serif"},
               "paper_bgcolor": "white", "plot_bgcolor": "white"}  # fmt: skip
    size = {"size": LETTERS}
    for name, part in layout.items():
        if re.fullmatch(r"[xy]axis\d*", name) and isinstance(part, dict):
            title = part.get("title") or {}
            title = title if isinstance(title, dict) else {"text": title}
            layout[name] = part | {
                "labelalias": {},  # a slide is wide enough for names in one line
                "automargin": True,
                "tickfont": part.get("tickfont", {}) | size,
                "title": title | {"font": title.get("font", {}) | size},
            }
        elif name == "legend" and isinstance(part, dict):
            layout[name] = part | {"font": part.get("font", {}) | size}
        elif name == "annotations":
            layout[name] = [_larger(each) | {"font": each.get("font", {}) | size} for each in part]
        elif name == "margin" and "r" in part:  # room for the names at the ends of lines
            layout[name] = part | {"r": round(part["r"] * LETTERS / LETTER)}
    return {"data": figure.data["data"], "layout": layout, "width": WIDTH, "height": HEIGHT}


def _larger(note: dict) -> dict:
    """Keep names at the ends of lines as far apart as their larger letters need."""
    shift = note.get("yshift")
    return note | ({"yshift": round(shift * LETTERS / LETTER)} if shift else {})


def _plain(svg: str, name: str) -> str:
    """Give the ids a fixed beginning instead of plotly's random one, so that a deck is the same
    each time and two figures of one page do not share an id.
    """
    for mark in set(re.findall(r'id="(?:defs|topdefs|clip)-?([0-9a-f]{6})', svg)):
        svg = svg.replace(mark, f"f{name}")
    return svg.replace(' width="1280" height="640"', "", 1)
