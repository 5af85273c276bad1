"""Write the weighing board as one page of its own: `make board` gives build/board.html.

The board computes in the reader's browser, so one file holds all of it: it opens from a disk, from
any web server, or in a frame of a learning platform, without Python and without a network. It
begins with the reference set; Save and Open use a file of the reader's.
"""

import argparse
from pathlib import Path

from alignment.widgets import WeighingBoard
from alignment.widgets.without_python import panels
from fairmark.authoring.pages import SCRIPTS, panels_script
from fairmark.course import current

ROOT = Path(__file__).resolve().parents[2]
TITLE = "The weighing board"
STYLE = """:root { color-scheme: light dark }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif }
h1 { margin: 0 0 .4rem; font-size: 1.5rem } p { max-width: 46rem; margin: .3rem 0 .8rem }
footer { margin-top: 2rem; font-size: .875rem } .table { overflow-x: auto }"""


def page() -> str:
    """Return the page as HTML; it names no other file."""
    table = WeighingBoard(sheets={}).state_html()
    scripts = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    about = f"Version {current().version}. Code: MIT. Text and derivations: CC BY 4.0."
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{TITLE}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>{TITLE}</h1>
<p>How much does each domain of the China–Russia alignment threaten US interests? Score it, weigh
the criteria, and see which order follows and how firm it is. The scores you see first are an
example to change, not an answer. Nothing you do here is stored or sent; <em>Save</em> gives you a
file.</p>
<div data-panel="WeighingBoard"></div>
<details><summary>The scores it begins with, as a table</summary>
<div class="table" tabindex="0">{table}</div></details>
<noscript><p>This browser runs no scripts, so only the table is here.</p></noscript>
</main>
<footer><p>{about} Lesson 08 of the course explains the method and its limits.</p></footer>
<script>{panels_script(panels())}</script>
<script>{scripts}</script>
</body>
</html>
"""


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(prog="deploy/board/build.py", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "board.html")
    out = parser.parse_args().out
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(page(), encoding="utf-8", newline="\n")
    print(
        f"The board is in {out} ({out.stat().st_size / 1000:.0f} kB): one file, open it anywhere."
    )


if __name__ == "__main__":
    main()
