"""What the site adds to pages made elsewhere: a foot, a link preview, the line below notebooks."""

import re
from html import escape
from pathlib import Path
from urllib.parse import quote

from onelink.front import About, simple_view

STYLE = """<style>
main { max-width: 72rem; margin: 0 auto }
.course-foot { border-top: 1px solid #8a929a; margin: 2rem auto 0; padding: 1rem 28px;
  max-width: 72rem; font: 15px/1.5 system-ui, sans-serif; color: #3d444b }
.course-foot a { color: #0b57a4; text-decoration: underline }
@media print { .course-foot a[href]::after { content: "" } .course-foot .work { display: none }
  summary { display: none } pre { white-space: pre-wrap } }
</style>
"""


def footed(html: str, name: str, about: About) -> str:
    """Add the foot, the icon, the description and the print style to a page.

    Parameters
    ----------
    html : str
        The page.
    name : str
        Its file name, such as "lesson-04-economic.html" or "set-04-economic.html".
    about : About
        Version and addresses of the site.
    """
    title = re.search(r"<title>(.*?)</title>", html, re.S)
    title = title[1].strip() if title else "Lesson"
    head = _preview(
        title,
        f"{title}: a page of the course {escape(about.title)}. Real data, live figures, graded "
        "exercises.",
        about.at("preview.png", "../"),
    )
    head += f'<link rel="icon" href="../favicon.svg" type="image/svg+xml">\n{STYLE}</head>'
    links = ['<a href="../index.html">All lessons</a>']
    if notebook := notebook_of(name):
        links.append(
            f'<a class="work" href="../{simple_view(notebook)}">Work on it in the browser</a>'
        )
    if about.source and notebook:
        edit = f"{about.source}/edit/main/{source_of(name)}"
        links.append(f'<a href="{escape(edit)}">Edit the source of this page</a>')
    if about.source:
        links.append(f'<a href="{escape(about.report(title))}">Report a mistake on this page</a>')
    foot = (
        f'<footer class="course-foot"><p>{" · ".join(links)}</p>\n'
        f"<p>{about.licence_and_citation('../')}</p></footer>\n"
    )
    html = html.replace("</head>", head, 1)
    return html.replace("</body>", f"{foot}</body>", 1)


def live_page(html: str, about: About) -> str:
    """Give a page of the browser's Jupyter a link preview and the line at its foot.

    Parameters
    ----------
    html : str
        As JupyterLite wrote it, in a folder of its own below `live`.
    about : About
        Version and addresses of the site.
    """
    title = escape(about.title)
    html = re.sub(r"<title>.*?</title>\s*", "", html, count=1, flags=re.S)
    html = re.sub(r'<meta name="description"[^>]*>\s*', "", html, count=1, flags=re.I)
    head = f"<title>{title}</title>\n"
    words = f"{title}: lessons and exercises that run in your browser, with nothing to install."
    head += _preview(title, words, about.at("preview.png", "../../"))
    return html.replace("</head>", f'{head}<script src="../watch.js" defer></script></head>', 1)


def _preview(title: str, words: str, picture: str) -> str:
    """Return what a messenger shows of a link; title and words are HTML."""
    return (
        f'<meta name="description" content="{words}">\n'
        f'<meta property="og:title" content="{title}">\n'
        f'<meta property="og:description" content="{words}">\n'
        f'<meta property="og:image" content="{escape(picture)}">\n'
    )


def notebook_of(name: str) -> str:
    """Return the notebook that a page was made of; "" for the list of pages."""
    stem = Path(name).stem
    if stem.startswith("set-"):
        return f"exercises/{stem.removeprefix('set-')}.ipynb"
    return f"notebooks/{stem}.ipynb" if stem.startswith("lesson-") else ""


def source_of(name: str) -> str:
    """Return the text file that a page is built from."""
    stem = Path(name).stem
    if stem.startswith("set-"):
        return f"exercises/source/{stem.removeprefix('set-')}.py"
    return f"notebooks/source/{quote(stem.removeprefix('lesson-'))}.py"
