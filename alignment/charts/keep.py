"""Links under each figure that save it with its title, source and day; one helper per kernel.

The script is the engine's, which the plain pages use too. Without a kernel JupyterLab shows no
links; a figure's own toolbar still saves it, without title and source.
"""

from functools import cache
from pathlib import Path

from alignment.charts.theme import INK

_START = "\nexport default {{ initialize() {{ keepFigures({ink!r}); }} }};\n"


def offer_to_keep() -> None:
    """Let the page that shows this kernel's figures offer to save them; elsewhere do nothing."""
    from IPython import get_ipython

    if getattr(get_ipython(), "kernel", None) is not None:
        _helper()


@cache
def _helper() -> object:
    import anywidget  # only where a page listens

    return anywidget.AnyWidget(_esm=script())


def script() -> str:
    """Return the module that a page loads."""
    import fairmark.authoring

    text = (Path(fairmark.authoring.__file__).parent / "keep.js").read_text(encoding="utf-8")
    r, g, b = (int(INK[i : i + 2], 16) for i in (1, 3, 5))
    return text + _START.format(ink=f"rgb({r}, {g}, {b})")
