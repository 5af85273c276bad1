"""The first page: what the course is, its lessons and sets with minutes, three doors."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

STYLE = Path(__file__).with_name("front.css")
DESCRIPTION = (
    "A course in twelve lessons with graded exercises: test the claims of one short reading on the "
    "China–Russia alignment against real data, and weigh each domain. Runs in your browser."
)


_KEEP = """<h2 id="offline">Without a network</h2>
<div id="keep"><p>This browser can keep the whole course, about 80 megabytes. It then opens without
a network, and changes only when you ask for a newer version. Your work is kept apart from it.</p>
<p><button type="button">Keep the course in this browser</button>
<span role="status" aria-live="polite"></span></p></div>
<script src="keep.js" defer></script>
"""


@dataclass(frozen=True)
class Item:
    """A lesson, with the set that goes with it.

    Parameters
    ----------
    title : str
        As its notebook says.
    lesson, exercise : str
        Paths of the notebooks; the second is empty if there is none.
    minutes, exercise_minutes : int
        Of each.
    page, exercise_page : str
        File names of the pages to read.
    """

    title: str
    lesson: str
    minutes: int
    page: str
    exercise: str = ""
    exercise_minutes: int = 0
    exercise_page: str = ""


@dataclass(frozen=True)
class About:
    """What the page says of itself.

    Parameters
    ----------
    version, python : str
        Of the course, and of Python in the browser.
    offline : bool
        Whether everything lies in the site.
    source : str
        Public address of the sources; empty hides what would link there.
    address : str
        Public address of the site itself, ending with "/"; empty where it is not known, and then
        the picture of a link preview is named relative to its page.
    """

    version: str
    python: str
    offline: bool
    source: str = ""
    address: str = ""
    title: str = "Weighing the China–Russia alignment"

    def at(self, name: str, root: str = "") -> str:
        """Return the whole address of a file of the site, or the way to it from a page."""
        return f"{self.address or root}{name}"

    def report(self, page: str) -> str:
        """Return the address of a new issue that already names page and version."""
        title = quote(f"Mistake on the page: {page}")
        asked = "What stands there:\n\nWhat is right, and where one can check it:\n"
        body = quote(f"Page: {page}\nVersion: {self.version}\n\n{asked}")
        return f"{self.source}/issues/new?title={title}&body={body}"

    def licence_and_citation(self, root: str = "") -> str:
        """Return the sentences on version, licence and citing, as HTML."""
        version, title = escape(self.version), escape(self.title)
        return (
            f"Version {version}. Code: MIT. Text and derivations: CC BY 4.0. Figures of other "
            "publishers keep their own terms, named under each figure. To cite: "
            f"<cite>{title}: a course in Jupyter notebooks</cite>, version {version} "
            f'(<a href="{root}CITATION.cff">CITATION.cff</a>).'
        )


def simple_view(path: str) -> str:
    """Return the address that opens one notebook alone, relative to the first page."""
    return f"live/notebooks/index.html?path={quote(path)}"


def first_page(items: Sequence[Item], about: About) -> str:
    """Write the first page.

    Parameters
    ----------
    items : sequence of Item
        The lessons in order.
    about : About
        Version and form of the site.
    """
    total = sum(each.minutes + each.exercise_minutes for each in items)
    title = about.title
    start = simple_view(items[0].lesson)
    where = (
        "Everything comes from this address, so it works without the internet."
        if about.offline
        else "The first opening loads about 35 megabytes, part of them from Pyodide's public "
        "network (cdn.jsdelivr.net); later openings take them from the browser's memory."
    )
    rows = "\n".join(map(_row, items))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<meta name="description" content="{escape(DESCRIPTION)}">
<meta property="og:type" content="website">
<meta property="og:title" content="{escape(title)}">
<meta property="og:description" content="{escape(DESCRIPTION)}">
<meta property="og:image" content="{escape(about.at("preview.png"))}">
<meta name="twitter:card" content="summary_large_image">
<link rel="icon" href="favicon.svg" type="image/svg+xml">
<link rel="manifest" href="manifest.webmanifest">
<link rel="stylesheet" href="front.css">
</head>
<body>
<header>
<h1>{escape(title)}</h1>
<p>Take one short reading on the China–Russia alignment and the challenge it poses to US interests.
Test its claims against real data, weigh each domain's threat yourself, and answer exercises that
say at once what is right and what to try. The course teaches how to judge, never what to conclude:
opinion is not graded, every figure has a source, and Chinese, Russian and third-country readings
stand beside the American one.</p>
</header>
<main>
<ul class="doors">
<li><a href="read/{escape(items[0].page)}">Read</a>
<p>Every lesson as a page. Figures react; nothing is loaded from elsewhere, nothing is stored.</p>
</li>
<li class="work"><a href="{start}">Work here, in the browser</a>
<p>Nothing to install. Python {escape(about.python)} runs in this page; your work stays in this
browser.</p></li>
<li><a href="#install">Install</a>
<p>On your own computer: faster, works offline, files in a folder of yours.</p></li>
</ul>
<p class="note"><strong>Preview.</strong> Working here has been tried by its makers in Chromium, and
in part in Firefox; <a href="#limits">what to know</a>.</p>
<h2 id="lessons">Lessons and exercises</h2>
<div class="table"><table>
<caption>About {round(total / 60)} hours in all. Minutes are estimated by one formula from the
length of each text and the number of questions; no class has been timed yet.</caption>
<thead><tr><th scope="col">Lesson</th><th scope="col">Time</th><th scope="col">Open</th>
<th scope="col">Exercises</th></tr></thead>
<tbody>
{rows}
</tbody>
</table></div>
<p class="work">Prefer tabs and a list of files? <a href="live/lab/index.html">Open the course in
JupyterLab</a>.</p>
<h2 id="limits">What to know before you work here</h2>
<ul>
<li>{where}</li>
<li>You need a browser of the last two years: Chrome or Edge 120, Firefox 120, Safari 17.4, or
newer. A phone is good for reading; for exercises use a larger screen.</li>
<li>Your answers, score sheets and progress are stored by this browser under this address. Clearing
its data, a private window or another computer begins empty. Lesson 00 has a button that downloads
them as one file and brings them back.</li>
<li>To hand in a set, press <strong>Download for handing in</strong> at the foot of the page. Your
teacher grades that file like any other.</li>
<li>Nothing you do is sent anywhere. There is no account and no counter.</li>
</ul>
{_KEEP if about.offline else ""}<h2 id="install">On your own computer</h2>
<p>You need Python 3.11 or newer, make and git. In the folder of the course, <code>make lab</code>
installs what is needed and opens the first lesson; the README there has the steps for Windows.</p>
</main>
<footer>
<p id="about">{about.licence_and_citation()}{_links(about)}</p>
</footer>
</body>
</html>
"""


def _row(item: Item) -> str:
    lesson = f'<th scope="row">{escape(item.title)}</th><td class="n">{item.minutes} min</td>'
    doors = _doors(item.page, item.lesson, item.title)
    exercises = ""
    if item.exercise:
        name = f"the exercises of {item.title}"
        exercises = (
            '<span class="narrow">Exercises: </span>'
            f"{_doors(item.exercise_page, item.exercise, name)} · {item.exercise_minutes} min"
        )
    return f'<tr>{lesson}<td class="n">{doors}</td><td class="n">{exercises}</td></tr>'


def _doors(page: str, path: str, name: str) -> str:
    name = escape(name, quote=True)
    return (
        f'<a href="read/{page}" aria-label="Read {name}">read</a> · '
        f'<a class="work" href="{simple_view(path)}" aria-label="Work on {name}">work</a>'
    )


def _links(about: About) -> str:
    if not about.source:
        return ""
    report = escape(about.report("first page"))
    return (
        f' <a href="{escape(about.source)}">Sources</a>. <a href="{report}">Report a mistake</a>.'
    )
