"""The one list of all recipes, in the order of the data package."""

from dataclasses import replace

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
    gacc_published,
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
ECONOMY = (
    gacc,
    gacc_published,
    gacc_energy,
    comtrade,
    mirror,
    dependence,
    crea,
    energy_institute,
    macro,
)
MONEY = (imf, treasury, money, points, chpl)
SECURITY = (military, sipri, peace_science)
DIPLOMACY = (politics, unga, unga_agreement, voeten, ukraine, council)
TOPICS = {
    "The reading, its claims, and how to judge": TEACHING,
    "Trade, energy and output": ECONOMY,
    "Money, sanctions and dual-use goods": MONEY,
    "Military": SECURITY,
    "Diplomacy and the United Nations": DIPLOMACY,
}


def recipes() -> list[Recipe]:
    """Return all recipes, each with its topic."""
    return [
        replace(recipe, topic=topic)
        for topic, modules in TOPICS.items()
        for module in modules
        for recipe in module.RECIPES
    ]
