"""How our figures look: one plotly template, one fixed colour, marker and dash per country.
The reasons stand beside the choices, because each one is easy to undo by accident.
"""

import plotly.graph_objects as go
import plotly.io as pio
from plotly.colors import hex_to_rgb, unlabel_rgb

from alignment.errors import AlignmentError

NAME = "alignment"

# One ink for text in both of JupyterLab's themes. No grey reaches 4.5:1 on white and on #111:
# the product of the two ratios is fixed at 18.9, so the best a single grey can do is 4.35:1 on
# each, and that grey is #797979. `present` adds a style rule that swaps exactly this ink for the
# reader's own text colour; where an untrusted notebook strips the rule, 4.35:1 remains.
INK = "#797979"
GRID = "rgba(121, 121, 121, 0.25)"
ZERO = "rgba(121, 121, 121, 0.8)"

# Okabe & Ito (2008), without black (lost on dark) and yellow (lost on white). The first five
# keep 3:1 on white and on #111. Orange and sky blue do not on white, and darkening them would
# make orange and vermillion one colour for deuteranopes: so every mark has an outline in INK.
BLUE, GREEN, PURPLE, VERMILLION, GREY = "#0072B2", "#009E73", "#CC79A7", "#D55E00", INK
ORANGE, SKY = "#E69F00", "#56B4E9"
SEQUENCE = (BLUE, VERMILLION, GREEN, PURPLE, GREY, ORANGE, SKY)
# From -1 to 1. plotly writes on a cell in white or in #444, whichever it takes for the darker
# ground; on these three the #444 keeps 4.5:1, and "PuOr" to its ends leaves 3.4:1.
DIVERGING = ("#fdb863", "#f7f7f7", "#b5aed4")
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "pentagon", "star")
# Pixels of a figure that sets none, and of the least letter of a text on a bar. A smaller one is
# not shown: the pointer, the numbers below the figure and its legend say what it would say.
HEIGHT, LEAST_LETTER = 430, 10
_DASH_ORDER = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "5px,2px")

# No state gets a main colour of its own flag; China and Russia are neither red nor blue.
_LOOKS = {
    "China": (GREEN, "circle", "solid"),
    "Russia": (PURPLE, "square", "dash"),
    "India": (BLUE, "diamond", "longdash"),
    "European Union": (VERMILLION, "triangle-up", "dashdot"),
    "United Kingdom": (GREY, "bowtie", "4px,2px"),
    "United States": (ORANGE, "pentagon", "longdashdot"),
    "Türkiye": (SKY, "triangle-down", "dot"),
    "Central Asia": (VERMILLION, "star", "5px,2px"),
    "Japan": (BLUE, "hexagon", "2px,2px"),
    "South Korea": (ORANGE, "cross", "8px,2px,2px,2px"),
    "World": (GREY, "hourglass", "solid"),
    "Others": (GREY, "x", "dot"),
}
_ALIASES = {
    "CHN": "China",
    "RUS": "Russia",
    "IND": "India",
    "EU": "European Union",
    "EU27": "European Union",
    "USA": "United States",
    "US": "United States",
    "TUR": "Türkiye",
    "Turkey": "Türkiye",
    "Turkiye": "Türkiye",
    "GBR": "United Kingdom",
    "UK": "United Kingdom",
    "JPN": "Japan",
    "KOR": "South Korea",
    "Other": "Others",
    # A currency looks like its issuer.
    "CNY": "China",
    "Chinese yuan (renminbi)": "China",
    "yuan": "China",
    "RUB": "Russia",
    "rouble": "Russia",
    "USD": "United States",
    "US dollar": "United States",
    "dollar": "United States",
    "EUR": "European Union",
    "euro": "European Union",
    "JPY": "Japan",
    "Japanese yen": "Japan",
    "yen": "Japan",
    "GBP": "United Kingdom",
    "pound sterling": "United Kingdom",
    "all other currencies": "Others",
}
# Lines of pairs, in their order. A pair is no actor, so it has no actor's look: two colours that
# nothing else has, each with 3:1 on white and on #111, and the ink between them.
VIOLET, BROWN = "#8466C8", "#A26B35"
PAIRS = ((VIOLET, "circle", "solid"), (INK, "square", "dash"), (BROWN, "diamond", "dot"))
ACTORS = tuple(_LOOKS)
# For plotly.express: color_discrete_map=COLOURS, line_dash_map=DASHES, symbol_map=MARKERS. Codes
# and other spellings are in them too.
_SPELT = {name: name for name in _LOOKS} | _ALIASES
COLOURS, MARKERS, DASHES = (
    {spelling: _LOOKS[name][part] for spelling, name in _SPELT.items()} for part in range(3)
)
# The five domains, by letter, by their names in the table `domains` and in short; no actor stands
# in the same figure. Of all fives of the sequence these lie farthest apart with every kind of
# colour vision; the two nearest, orange and vermillion, do not stand for the two domains that lead
# most rankings.
_DOMAINS = {
    ("M", "Military-operational", "Military"): VERMILLION,
    ("E", "Economic sustainment", "Economy"): ORANGE,
    ("D", "Diplomatic and Global South", "Diplomacy"): SKY,
    ("T", "Technology and defence industry", "Technology"): BLUE,
    ("F", "Financial order", "Finance"): GREY,
}
DOMAINS = {name: colour for names, colour in _DOMAINS.items() for name in names}


def actor(name: str) -> tuple[str, str, str] | None:
    """Return colour, marker and dash of an actor; None if the name is nobody's."""
    return _LOOKS.get(_SPELT.get(name, ""))


def letters(colour: str) -> str:
    """Return what reads best on a colour: black, or white; plotly's own choice falls to 3:1."""
    parts = hex_to_rgb(colour) if colour.startswith("#") else unlabel_rgb(colour)
    shares = [part / 255 for part in parts[:3]]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    light = sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return "black" if (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) else "white"


def line(country: str, *, derived: bool = False) -> dict[str, dict]:
    """Return how the line and the markers of one country look.

    Parameters
    ----------
    country : str
        A name in `COLOURS`, or a usual code or spelling of it.
    derived : bool
        True for estimated or derived values: their markers are hollow.

    Returns
    -------
    dict
        `line` and `marker`, to be spread into ``go.Scatter(..., **line("China"))``.
    """
    colour, symbol, dash = _LOOKS[_known(country)]
    marker = {"symbol": symbol, "color": colour, "size": 8, "line": {"color": INK, "width": 1}}
    if derived:
        marker |= {"symbol": f"{symbol}-open", "line": {"color": colour, "width": 2}}
    return _stroke(colour, dash) | {"marker": marker}


def pair_line(at: int) -> dict[str, dict]:
    """Return how the line and the markers of the first, second or third pair look."""
    colour, symbol, dash = PAIRS[at]
    marker = {"symbol": symbol, "color": colour, "size": 6, "line": {"width": 0}}
    return _stroke(colour, dash) | {"marker": marker}


def _stroke(colour: str, dash: str) -> dict[str, dict]:
    return {"line": {"color": colour, "dash": dash, "width": 2.5}}


def bar(country: str, *, derived: bool = False) -> dict[str, dict]:
    """Return how the bars of one country look.

    Parameters
    ----------
    country : str
        A name in `COLOURS`, or a usual code or spelling of it.
    derived : bool
        True for estimated or derived values: their bars are hollow.

    Returns
    -------
    dict
        `marker`, to be spread into ``go.Bar(..., **bar("China"))``.
    """
    colour = COLOURS[_known(country)]
    if derived:
        return {"marker": {"color": "rgba(0, 0, 0, 0)", "line": {"color": colour, "width": 2}}}
    return {"marker": {"color": colour, "line": {"color": INK, "width": 1}}}


def _known(country: str) -> str:
    name = _ALIASES.get(country, country)
    if name not in _LOOKS:
        raise AlignmentError(
            f"No colour is fixed for {country!r}; fixed are {', '.join(_LOOKS)}: "
            "use one of them, or draw the others as 'Others'"
        )
    return name


def template() -> go.layout.Template:
    """Build the plotly template; transparent, so that it sits on a light and on a dark page."""
    axis = {
        "gridcolor": GRID,
        "zerolinecolor": ZERO,
        "zerolinewidth": 1.5,
        "linecolor": INK,
        "automargin": True,
        "ticklabelstandoff": 4,  # the first label of one axis does not touch that of the other
        "title": {"standoff": 8, "font": {"size": 13}},
    }
    layout = go.Layout(
        autosize=True,
        height=HEIGHT,
        margin={"l": 56, "r": 24, "t": 80, "b": 48},
        paper_bgcolor="rgba(0, 0, 0, 0)",
        plot_bgcolor="rgba(0, 0, 0, 0)",
        font={
            "color": INK,
            "size": 13,
            "family": "system-ui, -apple-system, 'Segoe UI', sans-serif",
        },
        title={"x": 0, "xref": "container", "xanchor": "left", "pad": {"l": 8, "t": 12, "b": 12}}
        | {"y": 1, "yref": "container", "yanchor": "top", "automargin": True, "font": {"size": 16}},
        # at the top of the whole figure: measured from the axes, it lies on them once the window
        # has grown, because plotly moves them later than it
        legend={"orientation": "h", "x": 0, "xanchor": "left"}
        | {"yref": "container", "y": 1, "yanchor": "top"},
        colorway=list(SEQUENCE),
        colorscale={"sequential": "Cividis", "diverging": list(DIVERGING)},
        xaxis=axis,
        yaxis=axis,
        hoverlabel={"font": {"size": 13}},
        annotationdefaults={"font": {"color": INK, "size": 13}, "arrowcolor": INK},
        shapedefaults={"line": {"color": INK}},
        bargap=0.25,
        uniformtext={"minsize": LEAST_LETTER, "mode": "hide"},
        geo={"bgcolor": "rgba(0, 0, 0, 0)"},
    )
    return go.layout.Template(layout=layout, data=_trace_defaults())


def _trace_defaults() -> dict[str, list[dict]]:
    """Give the n-th line its own marker and dash, so that colour never carries meaning alone."""
    lines = [
        {
            "line": {"dash": dash, "width": 2.5},
            "marker": {"symbol": symbol, "size": 8, "line": {"color": INK, "width": 1}},
        }
        for symbol, dash in zip(SYMBOLS, _DASH_ORDER, strict=True)
    ]
    # what is written beside a bar may stand in the margin
    bar = {"marker": {"line": {"color": INK, "width": 1}}, "cliponaxis": False}
    return {"scatter": lines, "bar": [bar]}


def install() -> None:
    """Make the template known to plotly and use it unless a figure says otherwise."""
    pio.templates[NAME] = template()
    pio.templates.default = NAME
