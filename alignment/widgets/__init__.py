"""The panels a student works with; each prints as its state and can be driven from a code cell.
Names load when first used, so that a lesson pays only for the panel it shows.
"""

from importlib import import_module

_HOMES = {
    "DenominatorMachine": "alignment.widgets.denominator",
    "AgreementLens": "alignment.widgets.agreement",
    "ClaimSorter": "alignment.widgets.sorter",
    "HypothesisMatrix": "alignment.widgets.hypotheses",
    "DistributionLab": "alignment.widgets.lab",
    "ForecastCard": "alignment.widgets.forecast",
    "PremortemBoard": "alignment.widgets.premortem",
    "MemoLinter": "alignment.widgets.memo",
    "MyWork": "alignment.widgets.mywork",
    "PairwisePanel": "alignment.widgets.pairwise",
    "Panel": "alignment.widgets.panel",
    "PivotalityPane": "alignment.widgets.pivot",
    "ScoreSheet": "alignment.widgets.sheet",
    "ShareFinder": "alignment.widgets.shares",
    "CounterfactualDial": "alignment.widgets.dial",
    "CountingRules": "alignment.widgets.counting",
    "WeighingBoard": "alignment.widgets.board",
}
__all__ = [
    "AgreementLens",
    "ClaimSorter",
    "CounterfactualDial",
    "CountingRules",
    "DenominatorMachine",
    "DistributionLab",
    "ForecastCard",
    "HypothesisMatrix",
    "MemoLinter",
    "MyWork",
    "PairwisePanel",
    "Panel",
    "PivotalityPane",
    "PremortemBoard",
    "ScoreSheet",
    "ShareFinder",
    "WeighingBoard",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(
            f"alignment.widgets has no {name!r}; it has {', '.join(sorted(_HOMES))}."
        )
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(_HOMES)
