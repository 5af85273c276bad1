"""UN Comtrade: China's trade with the world, and its partners' reports of trade with China."""

import pandas as pd

PARTNERS = "un-comtrade-cipf/china_trade_by_partner_reports_2014_2025.csv"
CHOSEN = {
    "Russian Federation": ("RUS", "Russia"),
    "Kazakhstan": ("KAZ", "Kazakhstan"),
    "Kyrgyzstan": ("KGZ", "Kyrgyzstan"),
    "Uzbekistan": ("UZB", "Uzbekistan"),
    "Belarus": ("BLR", "Belarus"),
    "Türkiye": ("TUR", "Türkiye"),
    "United Arab Emirates": ("ARE", "United Arab Emirates"),
    "India": ("IND", "India"),
    "Brazil": ("BRA", "Brazil"),
    "USA": ("USA", "United States"),
    "Germany": ("DEU", "Germany"),
    "Japan": ("JPN", "Japan"),
    "Rep. of Korea": ("KOR", "South Korea"),
    "Viet Nam": ("VNM", "Viet Nam"),
}
IMPORTS, EXPORTS = "partner-reported imports from China", "partner-reported exports to China"


def partner_trade(inputs) -> pd.DataFrame:
    """What fourteen partners report about their trade with China."""
    wide = reported(inputs)
    wide["iso3"] = wide["partner"].map(lambda name: CHOSEN[name][0])
    wide["partner"] = wide["partner"].map(lambda name: CHOSEN[name][1])
    wide["status"] = "reported"
    partial = wide["iso3"].eq("KAZ") & wide["year"].between(2020, 2022)
    wide.loc[partial, "imports_from_china"] = None
    wide.loc[partial, "status"] = "imports_left_out"
    doubtful = wide["iso3"].eq("RUS") & wide["year"].isin([2016, 2017])
    wide.loc[doubtful, "status"] = "imports_doubtful"
    return wide.sort_values(["iso3", "year"])


def reported(inputs) -> pd.DataFrame:
    """Return the partners' reports: one row per year and partner, in billion dollars."""
    frame = inputs.csv(PARTNERS)
    frame = frame[frame["partner"].isin(CHOSEN) & (frame["year"] <= 2024)]
    wide = frame.pivot_table(index=["year", "partner"], columns="flow", values="usd") / 1e9
    wide = wide.rename(columns={IMPORTS: "imports_from_china", EXPORTS: "exports_to_china"})
    return wide.reset_index()


def trade_mirror(inputs) -> pd.DataFrame:
    """The same trade as China's and as Russia's customs report it."""
    russia = inputs.table("partner_trade").query("iso3 == 'RUS' and year <= 2021")
    china = inputs.table("trade").set_index("year")
    flows = {
        "China to Russia": ("exports", "imports_from_china"),
        "Russia to China": ("imports", "exports_to_china"),
    }
    parts = [
        pd.DataFrame(
            {
                "year": russia["year"],
                "flow": flow,
                "china_reported": russia["year"].map(china[mine]),
                "russia_reported": russia[theirs],
            }
        )
        for flow, (mine, theirs) in flows.items()
    ]
    return pd.concat(parts).sort_values(["year", "flow"])
