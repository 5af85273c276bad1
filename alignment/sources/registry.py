"""The one list of all recipes, in the order of the data package."""

from alignment.sources import (
    bibliography,
    chpl,
    comtrade,
    confidence,
    council,
    crea,
    dependence,
    energy_institute,
    gacc,
    gacc_energy,
    imf,
    macro,
    military,
    mirror,
    money,
    peace_science,
    points,
    politics,
    sipri,
    treasury,
    ukraine,
    unga,
    unga_agreement,
    voeten,
    written_ach,
    written_evidence,
    written_glossary,
    written_judgements,
    written_judging,
    written_reading,
    written_weighing,
)
from alignment.sources.recipe import Recipe

TEACHING = (
    bibliography,
    confidence,
    written_judgements,
    written_weighing,
    written_reading,
    written_ach,
    written_evidence,
    written_judging,
    written_glossary,
)
ECONOMY = (gacc, gacc_energy, comtrade, mirror, dependence, crea, energy_institute, macro)
MONEY = (imf, treasury, money, points, chpl)
SECURITY = (military, sipri, peace_science)
DIPLOMACY = (politics, unga, unga_agreement, voeten, ukraine, council)
MODULES = (*TEACHING, *ECONOMY, *MONEY, *SECURITY, *DIPLOMACY)


def recipes() -> list[Recipe]:
    """Return all recipes."""
    return [recipe for module in MODULES for recipe in module.RECIPES]
