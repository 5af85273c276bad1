"""The Common High Priority List: 50 customs codes that matter most for Russia's weapons.

The names are ours and short; the legal text of the customs nomenclature is longer.
"""

import pandas as pd

from alignment.sources.blocks import rows
from alignment.sources.raw import Raw
from alignment.sources.recipe import Recipe, RecipeError, licence_basis, text

LIST = "bis-chpl/common_high_priority_list_2024-02-23.csv"
TIERS = ("1", "2", "3.A", "3.B", "4.A", "4.B")
NAMES = """
hs6 | name
854231 | processors and controllers (chips)
854232 | memory chips
854233 | amplifier chips
854239 | other chips
851762 | devices that send, convert or route data
852691 | radio navigation devices
853221 | tantalum capacitors
853224 | ceramic capacitors, several layers
854800 | other electrical parts of machines
847150 | processing units of computers
850440 | power converters
851769 | other communication devices
852589 | other television and digital cameras
852910 | aerials and their parts
852990 | parts of radio and television devices
853669 | plugs and sockets
853690 | other connectors for circuits
854110 | diodes
854121 | transistors, low power
854129 | transistors, higher power
854130 | thyristors and similar switches
854149 | light-sensitive semiconductor devices
854151 | semiconductor sensors and converters
854159 | other semiconductor devices
854160 | mounted crystals
848210 | ball bearings
848220 | tapered roller bearings
848230 | spherical roller bearings
848250 | other cylindrical roller bearings
880730 | parts of aircraft and drones
901310 | telescopic sights and periscopes
901380 | other optical devices
901420 | navigation instruments for air and space
901480 | other navigation instruments
847180 | other units of computers
848610 | machines that make crystals and wafers
848620 | machines that make chips
848640 | machines that make masks and pack chips
853400 | printed circuits
854320 | signal generators
902750 | optical measuring instruments
903020 | oscilloscopes
903032 | multimeters that record
903039 | electrical meters that record
903082 | testers of wafers and chips
845710 | machining centres for metal
845811 | computer-controlled horizontal lathes
845891 | other computer-controlled lathes
845961 | computer-controlled milling machines
846693 | parts of machine tools
"""


def chpl_codes(raw: Raw) -> pd.DataFrame:
    """Join the list's codes and tiers with short names."""
    frame = raw.csv(LIST, dtype=str)
    names = rows(NAMES).set_index("hs6")["name"]
    frame["name"] = frame["hs6"].map(names)
    if frame["name"].isna().any() or len(frame) != len(names):
        raise RecipeError("The names in chpl.py do not cover the codes of the list; add them.")
    return frame.rename(columns={"chpl_tier": "tier"}).sort_values(["tier", "hs6"])


RECIPES = (
    Recipe(
        name="chpl_codes",
        title="The Common High Priority List: codes and tiers",
        description="Fifty customs codes in six tiers; tier 1 matters most for weapons.",
        build=chpl_codes,
        fields=(
            text("hs6", "customs code, six digits, as text", required=True, pattern=r"\d{6}"),
            text("tier", "tier", values=TIERS, required=True, shadow="draw"),
            text("name", "short name, ours", required=True),
        ),
        key=("hs6",),
        sources=("bis",),
        licence="US government list, public domain in the United States",
        basis=licence_basis("all {rows} codes with names of our own"),
        vintage="edition of 23 February 2024",
        coverage="50 codes of the nomenclature of 2022",
        breaks=(
            "A list of codes: no value per code was found.",
            "Codes are texts: read as numbers they can lose a leading zero.",
        ),
    ),
)
