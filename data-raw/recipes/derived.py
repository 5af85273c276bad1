"""Tables that follow from other tables; the computation is shared with the check and variants."""

import pandas as pd

from alignment.tables import agreement, indicators


def unga_agreement(inputs) -> pd.DataFrame:
    """Return how alike the permanent members vote."""
    return agreement.table(inputs.table)


def unga_issues(inputs) -> pd.DataFrame:
    """Return agreement and opposition by issue."""
    return agreement.issues(inputs.table)


def indicators_yearly(inputs) -> pd.DataFrame:
    """Return six indicators by year."""
    return indicators.table(inputs.table)
