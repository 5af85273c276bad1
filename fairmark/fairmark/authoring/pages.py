"""Lessons as plain pages: every stored output shows, and nothing is asked of another machine.
Figures are drawn by a local copy of plotly.js; panels that need no Python are started.
"""

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from nbformat import NotebookNode, v4

from fairmark.authoring.percent import PICTURE, RESULT
from fairmark.authoring.places import way
from fairmark.course import current
from fairmark.stacked import stackable

if TYPE_CHECKING:  # a second to import: only for whoever writes pages
    from nbconvert import HTMLExporter

FIGURE = "application/vnd.plotly.v1+json"
SCRIPTS = [Path(__file__).with_name(name) for name in ("keep.js", "page.js")]
_PANEL = re.compile(r"^([A-Z]\w+)\(")
# Pages lie beside each other in one folder; a set's page is named so that it meets no lesson's.
_LESSON = r"\]\((?:{folder}/)?(lesson-[\w-]+)\.ipynb\)"
_SET = r"\]\({folder}/(\d\d-[\w-]+)\.ipynb(#(?:[^()]|\([^()]*\))*)?\)"
_BANNER = (
    "*A page for reading ([all lessons](index.html)). Figures, folds and the weighing board work "
    "here; code and the other panels need JupyterLab. Nothing you do here is stored or sent.*"
)
# What a stored panel says first, to somebody who has a kernel.
_RUN_IT = re.compile(r'<p class="fairmark-asleep">.*?</p>', re.S)
_STILL = "<p><em>This panel moves in JupyterLab. The table shows the state it begins with.</em></p>"
# The template's text is set for an editor: 14 pixels, lines as long as the window is wide, headings
# as light as the text. Here it is set for reading (docs/looks.md); figures and code are wider
# than the text. Its links and three of its colours for code are too faint for tired eyes.
_STYLE = """<style>
:root { --jp-content-font-size1: 17px; --jp-content-line-height: 1.6; --jp-code-font-size: 14px }
main { max-width: 880px; margin: 0 auto; padding-bottom: 4rem }
main :is(p, li, blockquote, summary) { max-width: 39em }
main :is(h1, h3, h4) { max-width: 25em }
main :is(h1, h2, h3, h4) { font-weight: 600 !important; line-height: 1.25 !important }
main h2 { margin-top: 2em !important; padding-top: .8em }
main h2 { border-top: 1px solid var(--jp-border-color1) }
main .jp-RenderedMarkdown { padding-left: 0 !important }
@media (max-width: 500px) {
:root { --jp-content-font-size1: 16px; --jp-code-font-size: 13px }
main h1 { font-size: 1.7em !important }
/* the rows of a panel's wide table are stacked: nothing scrolls sideways */
main .fairmark-wide, main .fairmark-wide :is(caption, tbody, tr, th, td) { display: block;
  white-space: normal; text-align: left !important; max-width: none }
main .fairmark-wide thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px;
  overflow: hidden }
main .fairmark-wide :is(th, td) { padding: 1px 0 !important; line-height: 1.4 !important }
main .fairmark-wide tr { padding: 6px }
main .fairmark-wide td { display: grid; grid-template-columns: 8em 1fr; gap: 8px }
main .fairmark-wide td::before { content: attr(data-column); color: var(--jp-ui-font-color2) }
}
.jp-RenderedMarkdown a, .jp-RenderedHTML a { text-decoration: underline !important }
@media print, (prefers-color-scheme: light) {
.highlight :is(.mi, .mf, .mh, .il) { color: #006400 !important }
.highlight .ow { color: #7b00b8 !important }
.highlight :is(.c1, .c) { color: #2c6060 !important }
}
summary { font-family: var(--jp-content-font-family, sans-serif); font-size: .95em }
.fairmark-result > summary { padding: 8px 0; cursor: pointer; font-weight: 600 }
"""
# The colours of JupyterLab's own dark theme for whoever's system is dark; paper stays white.
_DARK = """@media screen and (prefers-color-scheme: dark) {{
:root {{ color-scheme: dark }}
{theme}
.highlight :is(.c1, .c) {{ color: #8fbcbc !important }}
.highlight .ow {{ color: #d7a6ff !important }}
.highlight :is(.mi, .mf, .mh, .il) {{ color: #8fd18f !important }}
}}
</style>
</head>"""
_TAIL = '<script src="lib/plotly.min.js"></script>\n<script src="lib/panels.js"></script>\n'
_TAIL += '<script src="lib/page.js"></script>\n</body>'


def page(nb: NotebookNode, live: Sequence[str]) -> str:
    """Write one lesson, or one exercise set, as a page.

    Parameters
    ----------
    nb : NotebookNode
        An executed lesson, or a student's copy of a set.
    live : sequence of str
        Names of the panels that work without Python; `panels_script` holds them.

    Returns
    -------
    str
        HTML that loads three files from the folder `lib` beside it and nothing else.
    """
    from nbconvert import HTMLExporter

    nb = v4.new_notebook(metadata=nb.metadata, cells=[_cell(cell, live) for cell in nb.cells])
    nb.cells.insert(1, v4.new_markdown_cell(_BANNER, id="page-banner"))
    exporter = HTMLExporter(exclude_input_prompt=True, exclude_output_prompt=True)
    exporter.require_js_url = exporter.mathjax_url = exporter.widget_renderer_url = ""
    name = {"metadata": {"name": title(nb)}}
    html, _ = exporter.from_notebook_node(nb, resources=name)
    html = re.sub(r'<script src=""[^>]*></script>', "", html)
    html = _fold_pictures(html)
    return html.replace("</head>", _style(exporter), 1).replace("</body>", _TAIL)


def set_page(name: str) -> str:
    """Return the file of a set's page."""
    return f"set-{name}.html"


def reading_page(nb: NotebookNode) -> str:
    """Write a notebook as one page to read or to print, which asks for no other file.

    Parameters
    ----------
    nb : NotebookNode
        A notebook whose outputs, if it has any, are text.

    Returns
    -------
    str
        HTML.
    """
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(exclude_input_prompt=True, exclude_output_prompt=True)
    exporter.require_js_url = exporter.mathjax_url = exporter.widget_renderer_url = ""
    exporter.jquery_url = exporter.mermaid_js_url = ""
    html, _ = exporter.from_notebook_node(nb, resources={"metadata": {"name": title(nb)}})
    html = re.sub(r"<script\b.*?</script>", "", html, flags=re.DOTALL)
    return html.replace("</head>", _style(exporter), 1)


def _style(exporter: "HTMLExporter") -> str:
    environment = exporter.environment
    theme, _, _ = environment.loader.get_source(environment, "static/theme-dark.css")
    return _STYLE + _DARK.format(theme=re.sub(r"/\*.*?\*/", "", theme, flags=re.DOTALL))


def title(nb: NotebookNode) -> str:
    """Return a lesson's title."""
    return nb.cells[0].source.splitlines()[0].removeprefix("# ")


def panels_script(panels: Mapping[str, Mapping[str, object]]) -> str:
    """Write the panels that work without Python, for the page's script to start.

    Parameters
    ----------
    panels : mapping
        Name of the panel -> its `script`, its `style` and the `state` it begins with.

    Returns
    -------
    str
        A classic script.
    """
    return f"window.fairmarkPanels = {_inside_script(panels)};\n"


def index(lessons: Mapping[str, str]) -> str:
    """Write the first page: a link to each lesson and set.

    Parameters
    ----------
    lessons : mapping
        File name of the page -> its title.
    """
    links = [f'<li><a href="{name}">{escape(words)}</a></li>' for name, words in lessons.items()]
    style = "body{font:18px/1.6 sans-serif;max-width:42em;margin:2em auto;padding:0 1em}"
    head = f'<meta charset="utf-8"><title>The lessons</title><style>{style}</style>'
    body = "<main><h1>The lessons</h1>\n<ul>\n" + "\n".join(links) + "\n</ul></main>"
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n<body>{body}</body></html>\n'


def _cell(cell: NotebookNode, live: Sequence[str]) -> NotebookNode:
    if cell.cell_type != "code":
        return v4.new_markdown_cell(_linked(cell.source), id=cell.id)
    outputs = [_output(output, live) for output in cell.outputs]
    marks = cell.metadata.get(current().stamp, {})
    if marks.get(RESULT) and outputs:
        outputs = [_folded(outputs)]
    page = v4.new_code_cell(cell.source, id=cell.id, outputs=outputs)
    if marks.get(PICTURE):
        page.metadata["tags"] = [PICTURE]
    return page


def _linked(text: str) -> str:
    """Let the links between notebooks lead from page to page."""
    lessons = _LESSON.replace("{folder}", re.escape(way("exercises", "lessons")))
    sets = _SET.replace("{folder}", re.escape(way("lessons", "exercises")))
    return re.sub(sets, r"](set-\1.html\2)", re.sub(lessons, r"](\1.html)", text))


def _folded(outputs: Sequence[NotebookNode]) -> NotebookNode:
    """Put what a reader should guess first behind one press."""
    inner = []
    for output in outputs:
        data = output.get("data", {})
        words = output.get("text") or data.get("text/plain", "")
        if not data and not words:
            continue
        inner.append(data.get("text/html") or f"<pre>{escape(words)}</pre>")
    html = '<details class="fairmark-result"><summary>Show the result</summary>'
    html = f"{html}\n{''.join(inner)}</details>"
    return v4.new_output("display_data", {"text/html": html, "text/plain": "the result"})


def _output(output: NotebookNode, live: Sequence[str]) -> NotebookNode:
    data = output.get("data", {})
    words = data.get("text/plain", "")
    panel = _PANEL.match(words)
    if FIGURE in data:
        html = _figure(data[FIGURE], words)
    elif panel and "text/html" in data:
        html = _panel(panel.group(1), data["text/html"], live)
    else:
        return output
    return v4.new_output("display_data", {"text/html": html, "text/plain": words})


def _figure(figure: dict, words: str) -> str:
    stored = f'<script type="application/json">{_inside_script(figure)}</script>'
    return f'<div class="fairmark-figure" role="figure" aria-label="{escape(words)}">{stored}</div>'


def _panel(name: str, table: str, live: Sequence[str]) -> str:
    table = stackable(_RUN_IT.sub("", table, count=1))
    if name not in live:
        return _STILL + table
    fold = f"<details><summary>The state it begins with, as a table</summary>{table}</details>"
    return f'<div data-panel="{name}"></div>{fold}'


def _fold_pictures(html: str) -> str:
    """Fold the code that draws a figure, as the notebook does."""
    mark = f"celltag_{PICTURE}"
    parts = re.split(r'(?=<div[^>]* class="jp-Cell jp-)', html)
    return "".join(
        re.sub(r"(<div class=\"jp-Cell-inputWrapper\".*?)(?=<div class=\"jp-Cell-outputWrapper)",
               r"<details><summary>Code of the figure</summary>\1</details>", part, flags=re.S)
        if mark in part[:400] else part
        for part in parts
    )  # fmt: skip


def _inside_script(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")
