"""The look of a figure: readable on a light and a dark page, never by colour alone."""

import itertools
import math

import plotly.graph_objects as go
import plotly.io as pio
import pytest

import alignment.charts
from alignment.charts import theme
from alignment.errors import AlignmentError

WHITE, DARK = "#FFFFFF", "#111111"  # JupyterLab's two page colours


def luminance(colour):
    """Relative luminance after WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def grey(level):
    return f"#{level:02X}{level:02X}{level:02X}"


def test_the_ink_is_the_grey_that_reads_best_on_both_pages():
    worst = {g: min(contrast(grey(g), WHITE), contrast(grey(g), DARK)) for g in range(256)}
    assert grey(max(worst, key=worst.get)) == theme.INK
    assert 4.3 < max(worst.values()) < 4.5  # why `present` adds a rule for the reader's own ink


@pytest.mark.parametrize("page", [WHITE, DARK])
@pytest.mark.parametrize("colour", [*theme.SEQUENCE[:5], theme.VIOLET, theme.BROWN])
def test_the_first_five_colours_and_those_of_pairs_keep_three_to_one_on_both_pages(colour, page):
    assert contrast(colour, page) >= 3


def test_the_two_light_colours_come_last_and_every_marker_has_an_outline():
    assert [c for c in theme.SEQUENCE if contrast(c, WHITE) < 3] == [theme.ORANGE, theme.SKY]
    assert contrast(theme.INK, WHITE) >= 3
    assert all(theme.line(name)["marker"]["line"]["color"] == theme.INK for name in theme.COLOURS)


def test_no_two_countries_share_colour_marker_and_dash():
    for one, other in itertools.combinations(theme.ACTORS, 2):
        first, second = theme.line(one), theme.line(other)
        assert first["marker"]["symbol"] != second["marker"]["symbol"]
        assert (first["line"]["color"], first["line"]["dash"]) != (
            second["line"]["color"],
            second["line"]["dash"],
        )


def test_china_and_russia_are_neither_red_nor_blue():
    assert theme.COLOURS["China"] == theme.GREEN
    assert theme.COLOURS["Russia"] == theme.PURPLE


# How dichromats see colours (Machado, Oliveira & Fernandes 2009, severity 1).
SIGHT = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def distance(one, other, sight):
    """Distance of two colours in CIELAB (1976, D65), as one kind of sight sees them."""

    def seen(colour):
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        r, g, b = (
            min(1, max(0, sum(w * c for w, c in zip(row, linear, strict=True))))
            for row in SIGHT[sight]
        )
        xyz = (
            (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
            0.2126 * r + 0.7152 * g + 0.0722 * b,
            (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
        )
        x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
        return 116 * y - 16, 500 * (x - y), 200 * (y - z)

    return math.dist(seen(one), seen(other))


def nearest(colours):
    """The smallest distance of any two colours with any kind of sight."""
    pairs = list(itertools.combinations(colours, 2))
    return min(distance(one, other, sight) for one, other in pairs for sight in SIGHT)


def test_the_five_domains_are_as_far_apart_as_five_of_our_colours_can_be():
    domains = [theme.DOMAINS[letter] for letter in "MEDTF"]
    best = max(nearest(five) for five in itertools.combinations(theme.SEQUENCE, 5))
    assert nearest(domains) == pytest.approx(best)
    assert best > 15


@pytest.mark.parametrize("sight", SIGHT)
def test_economy_and_technology_are_told_apart_at_a_glance(sight):
    assert distance(theme.DOMAINS["Economy"], theme.DOMAINS["Technology"], sight) > 60


def test_derived_values_are_hollow():
    assert theme.line("China", derived=True)["marker"]["symbol"].endswith("-open")
    assert theme.bar("China", derived=True)["marker"]["color"] == "rgba(0, 0, 0, 0)"


def test_codes_and_spellings_lead_to_one_look():
    assert theme.line("TUR") == theme.line("Turkey") == theme.line("Türkiye")


def test_a_country_without_a_fixed_look_says_which_have_one():
    with pytest.raises(AlignmentError, match="fixed are China, Russia, India"):
        theme.line("Atlantis")


def test_importing_charts_sets_template_and_renderer():
    assert pio.templates.default == theme.NAME
    assert pio.renderers.default == alignment.charts.render.NAME


def test_the_page_shows_through_every_figure():
    layout = go.Figure().layout.template.layout
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0, 0, 0, 0)"
    assert layout.xaxis.zerolinecolor == theme.ZERO


def test_lines_differ_in_marker_and_dash_even_without_names():
    lines = theme.template().data.scatter
    assert len({trace.marker.symbol for trace in lines}) == len(lines)
    assert len({trace.line.dash for trace in lines}) == len(lines)


def test_nobody_else_wears_the_colour_of_china_or_russia():
    worn = [theme.COLOURS[name] for name in theme.ACTORS]
    assert worn.count(theme.COLOURS["China"]) == worn.count(theme.COLOURS["Russia"]) == 1


@pytest.mark.parametrize("colour", theme.SEQUENCE)
def test_letters_on_a_colour_of_ours_keep_four_and_a_half_to_one(colour):
    paper = {"black": "#000000", "white": WHITE}
    assert contrast(paper[theme.letters(colour)], colour) >= 4.5
    assert theme.letters("rgb(8, 48, 107)") == "white"


@pytest.mark.parametrize("colour", theme.DIVERGING)
def test_the_letters_of_plotly_keep_four_and_a_half_to_one_on_a_scale_from_minus_one_to_one(colour):
    assert contrast("#444444", colour) >= 4.5
