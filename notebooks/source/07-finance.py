# %% [markdown]
# # Lesson 7. The financial order: nearly all of what?
#
# **Question of the day.** Do China and Russia weaken the dollar in the world, or have they only
# stopped using it in their own trade?
#
# The reading says that the two build financial systems that "reduce reliance" on structures led by
# the United States (claim C14). That can be true of their own trade and false for the world. In this
# lesson every share stands beside its whole. Five times you guess a result before you see it.

# %%
import numpy as np
import pandas as pd
import plotly.express as px
from IPython.display import display

from alignment.charts import present
from alignment.tables import load
from alignment.widgets import DenominatorMachine, ScoreSheet, predict, reveal

cofer = load("cofer").pivot(index="start", columns="currency", values="pct")
finance = load("finance_points")
pd.set_option("display.max_colwidth", None)  # show whole texts

# %% [markdown]
# The yuan, or renminbi (RMB, CNY), is China's money. A central bank's **reserves** are its
# savings in foreign money. The IMF (International Monetary Fund) asks in which currencies they are held,
# and publishes world totals (**COFER**).

# %% tags=["predict"]
predict("p7-1")

# %% tags=["result", "picture"]
world = finance[finance["series"].isin(["bilateral", "swift_rmb"])].copy()
world["date"] = pd.to_datetime(world["period"])
new = world["date"] >= "2023-07-01"
world["share of"] = np.where(new, "world payments, from July 2023", "world payments, old method")
world.loc[world["series"] == "bilateral", "share of"] = "their own trade (claims)"
held = cofer["CNY"].tail(1).rename("value").rename_axis("date").reset_index()
world = pd.concat([world, held.assign(**{"share of": "world reserves"})])
labels = {"date": "Date", "value": "Share of yuan, or rouble and yuan (per cent)"}
fig = px.scatter(world, x="date", y="value", color="share of", symbol="share of", labels=labels)
for trace in [each for each in fig.data if each.name.startswith("world")]:
    small = fig.add_scatter(x=trace.x, y=trace.y, mode="markers", showlegend=False, name=trace.name)
    small.data[-1].update(xaxis="x2", yaxis="y2", marker=trace.marker)
above = {"domain": [0.57, 1], "title": "Yuan (and rouble), per cent"}
lower = {"domain": [0, 0.43], "anchor": "x2", "title": "The lowest, enlarged<br>(yuan, per cent)"}
fig.update_layout(xaxis2={"anchor": "y2", "title": "Date"}, yaxis=above, yaxis2=lower, height=560)
fig.update_layout(xaxis_title="", xaxis_matches="x2", yaxis2_range=[0, 5.5])  # one time axis
present(
    fig,
    finding="Yuan and rouble are claimed to pay for nearly all trade between China and Russia. In the world "
    "the yuan's counted shares are a few per cent.",
    caveat="We have not checked the claims. Each group of points has a different whole.",
    table=world[["date", "share of", "value"]],
    sources=["finance_points", "cofer"],
    guess=("p7-1", "2025-01-01"),
)

# %% [markdown]
# **SWIFT** carries messages between banks; the shares of world payments come from there. In July 2023
# SWIFT changed its method. The euro shows this: its share "lost" almost nine percentage points from May
# to November. So the figure gives the dots before and after July 2023 different signs and names.

# %%
euro = finance[finance["series"].isin(["swift_rmb", "swift_usd", "swift_eur"])]
# one row for each currency, one column for each of the two months
euro.query("period in ['2023-05', '2023-11']").pivot(
    index=["item", "unit"], columns="period", values="value"
)

# %% [markdown]
# ## What you will be able to do
#
# - **Tell** shares apart by their wholes.
# - **Compute** which shares grew as another shrank, and a trend that depends on its window.
# - **Grade** claims by who states them and what stands behind them.
# - **Explain** how a threat against banks works, and what it does not show.
#
# **You need:** percentages; lesson 04 helps.
# **Claims of the reading tested here:** C14 (alternative financial systems), C27 (inducements, or benefits,
# may change China's support).
#
# **How old are these numbers?** Reserves run to the first quarter of 2025. In December 2025 the IMF
# changed its method, also for earlier quarters: do not mix its new numbers with ours. Claims run
# to November 2025, US government bonds (**Treasuries**) to December, measures to May 2026. We use no
# newer figures.
#
# ## Data card
#
# Central banks report to the IMF in confidence, so only world totals are published. A share here is a
# share of **allocated** reserves: those whose currency was reported. Gold is not in it.
#
# ## Step 1. A share of what?
#
# Here are the claims: what per cent of the trade between China and Russia is paid in yuan and
# rouble. `bound` says how the source hedges its number (*as printed*: it does not). Who states each claim? How
# could you check it?

# %%
claims = finance[finance["series"] == "bilateral"]
display(claims[["period", "value", "bound", "publisher", "confidence"]])

# %% [markdown]
# All five come from Russian officials. That does not make them false: sanctions leave Russia little
# choice, and other figures point the same way. But five claims of one interested source are still one
# source. In the column `confidence`, "high" means only that we found the sentence as quoted.

# %% tags=["predict"]
predict("p7-2")

# %% tags=["result"]
quantities = load("quantities").set_index("name")
amounts = quantities["value"]
claimed = 0.991  # change this: another share of their trade
paid = claimed * amounts["trade between China and Russia"]
print(f"Paid in rouble and yuan: {paid / amounts['all trade of China']:.2%} of all trade of China")
reveal("p7-2")

# %% [markdown]
# A headline with a share must say "of what". Without that it says nothing yet.
#
# ### Build a pair, and be refused
#
# A share needs a part that lies **inside** its whole. The numbers alone cannot say which part lies in which
# whole. The table of the next cell has a column for that, `inside`, which is not shown: first judge for
# yourself. In the column `kind`, a *flow* is added up over a period, a *stock* is counted on one day.


# %%
def share(part: pd.Series, whole: pd.Series) -> float | None:
    """The part divided by the whole, if the part lies inside it."""
    wholes = str(part["inside"]).split("; ")  # the names of all wholes that hold this part
    return part["value"] / whole["value"] if whole.name in wholes else None


display(quantities[["value", "unit", "period", "kind", "claimant"]])
mine = ("Treasuries kept in Belgium", "Treasuries held by China")  # change this
machine = DenominatorMachine(quantities, share, part=mine[0], whole=mine[1])
print(machine.sentence())

# %% [markdown]
# The first pair is refused: Treasuries kept in Belgium are no part of those recorded for China, although
# some of them may belong to China. In the cell above, write a pair of your own into `mine` (part, whole),
# until you get a share. Then write a pair that you expect to be refused. The panel does the same with two
# menus.

# %%
machine

# %% [markdown]
# **Quick check.** Can one divide the trade of China and Russia by China's Treasuries? Both are in
# billion dollars.
#
# <details><summary>Show the answer</summary>
# You can divide, but the result is no share: trade is no part of bonds. And trade is a flow, bonds are a
# stock.
# </details>

# %% [markdown]
# ## Step 2. Which shares grew as the dollar's shrank?
#
# The dollar's share of reserves has fallen. Data on the yuan begin with the last quarter of 2016.

# %% tags=["predict"]
predict("p7-3")

# %% tags=["result", "picture"]
names = load("cofer").drop_duplicates("currency").set_index("currency")["name"]
moved = (cofer.iloc[-1] - cofer.loc["2016-10-01"]).rename(names)
lost, yuan_name = -moved["US dollar"], names["CNY"]
gained = moved.drop("US dollar").sort_values().rename("points").rename_axis("money").reset_index()
gained["of the loss"] = gained["points"] / lost * 100
labels = {"of the loss": "Rise (per cent of the dollar's fall)", "money": "Currency"}
fig = px.bar(gained, x="of the loss", y="money", labels=labels, text_auto=".0f")
fig.update_traces(insidetextanchor="start")
present(
    fig,
    finding=f"From late 2016 to early 2025 the dollar's share of reserves fell by {lost:.1f} percentage "
    f"points. The yuan's rose by {moved[yuan_name]:.2f}: {moved[yuan_name] / lost:.0%} of the dollar's fall.",
    caveat="A fall and a rise are not an exchange: no table says who sold what to buy what.",
    table=gained.round(2),
    sources=["cofer"],
    guess=("p7-3", yuan_name),
)

# %% [markdown]
# Research on the years from the turn of the century to 2021 found another split. Most of
# the shift went to currencies of smaller countries, a smaller part to the yuan, none to euro, pound and yen
# ([Arslanalp, Eichengreen and Simpson-Bell 2022](https://econpapers.repec.org/paper/imfimfwpa/2022_2f058.htm)).
# Other years, another answer.
#
# ## Step 3. The window decides
#
# A **trend** here is the slope of a straight line through the dots, in percentage points per year. It
# depends on the **window**: the first and the last quarter that you choose.

# %% tags=["predict"]
predict("p7-4")

# %%
yuan = cofer["CNY"].dropna()


def slope(start: str, end: str) -> float:
    piece = yuan.loc[start:end]
    # fits a straight line through the points (a quarter is 0.25 years); [0] takes its slope
    return np.polyfit(np.arange(len(piece)) / 4, piece, 1)[0]


start = "2016-10"  # change this: another first quarter
print(f"From {start} to early 2022: {slope(start, '2022-01'):+.2f} percentage points a year")

# %% tags=["result", "picture"]
points = yuan.rename("share").rename_axis("date").reset_index()
labels = {"date": "Quarter", "share": "Share of allocated reserves (per cent)"}
fig = px.scatter(points, x="date", y="share", labels=labels)
for start in ["2016-10", "2020-01", "2022-01"]:
    piece = yuan.loc[start:]
    level = (
        piece.mean() + slope(start, "2025-01") * (np.arange(len(piece)) - (len(piece) - 1) / 2) / 4
    )
    name = f"from {start[:4]}: {slope(start, '2025-01'):+.2f} a year"
    fig.add_scatter(x=piece.index, y=level, mode="lines", name=name)
fig.update_yaxes(rangemode="tozero").update_xaxes(tick0="2016-01-01", dtick="M48")
present(
    fig,
    finding=f"The yuan's share peaked at {yuan.max():.2f} per cent in early {yuan.idxmax():%Y}. Whether its "
    "trend rises or falls depends on where the window starts.",
    caveat="No theory says that the share follows a straight line. To draw the line on over decades is "
    "arithmetic, not a forecast.",
    table=yuan.round(2),
    sources=["cofer"],
    guess="p7-4",
)

# %% [markdown]
# **Quick check.** A news item compares the yuan's share at the end of 2025 (the IMF's new method) with that at
# the end of 2024 (the old method). It says that the yuan fell. What is wrong?
#
# <details><summary>Show the answer</summary>
# A difference between two methods does not show a change. And the older number is a share of allocated
# reserves only.
# </details>

# %% [markdown]
# ## Step 4. Leaving the dollar, or being pushed?
#
# Russia began to leave the dollar early: in the year to September 2018 the Bank of Russia halved the
# dollar's share of its reserves and raised that of the yuan
# ([Reuters, May 2019](https://archives.lincolndailynews.com/2019/May/20/NEWS/business_q.shtml)). Nobody had frozen Russia's reserves then, but other sanctions were in force.
#
# In which currencies is Russia paid for its exports? The Bank of Russia gives single figures.

# %%
exports = finance[finance["series"].isin(["cny_exports", "usd_eur_exports"])]
# aggfunc=list keeps every figure found for a period, side by side in brackets
exports.pivot_table(index="period", columns=["item", "unit"], values="value", aggfunc=list)

# %% [markdown]
# The brackets hold every figure found (`NaN`: none). For January 2022 two pages print two shares of the
# yuan, 0.4 and 0.5. The yuan's share **fell** by more than ten points from January to
# February 2024: after the US threat to banks (step 5), but also in a month of holidays. Later pages give
# only the rouble, or groups of currencies.
#
# In June 2024 the United States put sanctions on the Moscow Exchange. A headline could say: "Nearly all
# currency trade in Moscow is now in yuan."

# %%
moscow = finance[finance["series"].isin(["cny_exchange", "cny_off_exchange", "exchange_turnover"])]
moscow.query("period >= '2024-05'").pivot(index=["item", "unit"], columns="period", values="value")

# %% [markdown]
# The share jumped to 99.6 per cent because the **whole** changed: dollar and euro left the exchange,
# and its turnover fell by about a third. Outside the exchange the yuan's share hardly moved.
#
# Where do payments go when they leave SWIFT? **CIPS** is China's system that *settles* payments in yuan: it
# moves the money. SWIFT only carries the messages. A bank can use both for one payment.

# %%
cips = finance[finance["series"] == "cips_value"].set_index("period")["value"]
before, after = cips["2023"], cips["2024"]
print(f"CIPS: {before} trillion yuan in 2023, {after} in 2024, {after / before - 1:+.0%}")

# %% [markdown]
# In the first figure the yuan's share in SWIFT is highest in July 2024; all later points are lower. But
# SWIFT does not count payments that have left it, and our table has no value of CIPS for
# 2025. So the SWIFT share alone cannot decide about C14.
#
# China's own savings are another test. Does Beijing move them out of US Treasuries?

# %% tags=["predict"]
predict("p7-5")

# %% tags=["result", "picture"]
bonds = load("treasuries").pivot(index="month", columns="holder", values="usd_bn")
parts = bonds[["China", "Japan"]].div(bonds["All foreign holders"], axis=0) * 100
parts = parts[parts.index.month == 12].rename_axis("month").reset_index()
parts["year"] = parts["month"].dt.year
shares = parts.melt("year", ["China", "Japan"], "country", "share")
china, japan = (parts.set_index("year")[name] for name in ("China", "Japan"))
labels = {"year": "Year (end of December)", "share": "Share of Treasuries held abroad (per cent)"}
fig = px.line(shares, x="year", y="share", color="country", labels=labels)
fig.update_yaxes(rangemode="tozero")
present(
    fig,
    finding=f"From {china.idxmax()}, its highest year, to 2025 China's recorded share of the US Treasuries held abroad fell from "
    f"{china.max():.0f} to {china[2025]:.0f} per cent. Japan's fell from {japan[china.idxmax()]:.0f} to {japan[2025]:.0f}.",
    caveat="Bonds are counted where they are kept: those held for China in Belgium or Luxembourg count "
    "there.",
    sources=["treasuries"],
    guess="p7-5",
)

# %% [markdown]
# One American economist also counts bonds that are kept for China abroad, and its other dollar bonds. By
# his count the dollar's share of what China holds has hardly changed since 2015
# ([Setser, CFR, 2023](https://www.cfr.org/blog/china-isnt-shifting-away-dollar-or-dollar-bonds)). The
# fall in the line above may be a fall in what is *visible*.
#
# ## Step 5. What a threat against banks shows
#
# Claim C27 says that showing China a *benefit* could change what it does. Our data are about
# *threats*. In December 2023 a US order threatened foreign banks that serve Russia's war industry
# ([text of the order](https://www.federalregister.gov/documents/full_text/text/2023/12/26/2023-28662.txt)).
# Banks that need dollars cannot ignore it. Such a threat against third parties is a **secondary
# sanction**. Below: reports on banks, then acts of the United States.

# %%
limits = load("limits_points").sort_values("period")
banks = limits["series"].isin(["payments_returned", "banks_stopped", "banks_refused"])
acts = load("oil_measures").query("actor == 'United States'")
display(limits.loc[banks, ["period", "item", "value", "unit", "bound", "publisher"]])
display(acts[["date", "direction", "action"]])

# %% [markdown]
# Russian media with business sources say that banks sent payments back in spring and again in summer 2024.
# The second table shows two more things. First, in January 2025 Washington blocked clearing platforms that, it
# said, were built with Chinese partners. If this is right, a system beside SWIFT was being built (C14); the act
# shows that such a system can be attacked. Second, the pressure on oil and payments was raised most in
# January and October 2025, and eased in several steps from November 2025. The first foreign bank
# blocked under the order was in Kyrgyzstan, not in China. In 2025 the EU listed two small Chinese
# banks, and China answered with measures against two Lithuanian ones
# ([Global Times, August 2025](https://www.globaltimes.cn/page/202508/1340758.shtml)).
#
# **Quick check.** Payments were returned after a threat. Does this support the sentence "benefits
# could encourage China to limit its support"?
#
# <details><summary>Show the answer</summary>
# No. It is evidence about threats; in these data nobody tries benefits. For C14 it cuts two ways: systems beside
# SWIFT may be built, but if the few reports are right, for some months in 2024 they did not yet make payments
# from Russia to China independent of banks that fear Washington.
# </details>

# %% [markdown]
# ## The other side of the table
#
# Four voices read the same numbers. Official statements are evidence of a position, not of a fact; the
# rule is the same for every government.
#
# - **Beijing.** The economist Yu Yongding says that turning the dollar into a weapon destroyed the
# trust on which the international monetary system rests. The dollar will still lead; wider use of the
#   yuan is a tool, not the goal
#   ([South China Morning Post, August 2023](https://scmp.com/economy/china-economy/article/3229877/china-exposure-us-dollar-weaponisation-demands-rethink-yuan-internationalisation-geopolitical-woes)).
# - **Moscow.** The president says that Russia does not fight the dollar; it looks for other ways
#   because
#   it is kept from using it ([TASS, October 2024](https://tass.com/politics/1860411)).
# - **Pretoria.** South Africa's finance minister says that nobody has proposed a BRICS
#   currency: it would cost each state its independence in monetary policy; trading in one's own money
#   is another matter
#   ([Bloomberg via Full View, August 2023](https://fullview.co.za/business/item/30660-no-one-has-tabled-the-issue-of-a-brics-currency-says-godongwana)).
# - **Washington, a voice that rates the threat high.** A commission that Congress set up calls China the
#   decisive enabler of sanctions evasion, on an industrial scale: banks and firms in Hong Kong,
#   refineries, dual-use goods
#   ([International Trade Today, November 2025](https://internationaltradetoday.com/article/2025/11/18/china-helps-evaders-of-sanctions-export-controls-at-industrial-scale-us-panel-says-2511170021)).
#
# None of the four says what would change its mind. Ask each of them.
#
# **Change the point of view.** For a state under sanctions, money that others can switch off is a
# danger. Choose a capital by chance: Delhi, Brasília, Kyiv or Washington. You advise its government: which
# number above would make you hold more dollars, and which fewer? In Washington: which would make you use
# more sanctions, and which fewer?

# %% [markdown]
# ## Score sheet: what does this domain weigh?
#
# For each criterion give three scores: lowest, most likely and highest. Choose the ends so that the right
# score has one chance in ten of lying below the lowest, and one in ten of lying above the highest. Add one line of
# evidence. Judge the **cooperation**: what would be different if both countries existed with the same
# aims, but did not cooperate? Goods belong to lesson 4; here count currency, payments, reserves and resistance to sanctions. Your sheet is kept in `my-work/` and feeds
# the board in lesson 8. Nobody grades it.

# %%
ScoreSheet("F")

# %% [markdown]
# In code: `ScoreSheet("F").set("A", 20, 35, 50, note="the figure I used")`, in a cell of
# your own.
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** By the Bank of Russia's figures a far smaller share of exports was paid in
#   dollars and euros in mid-2023 than in January 2022. In world reserves the yuan's share is small and
#   lower than at its peak. Most of the gains since late 2016 are those of other currencies.
# - **Claimed, not shown.** One interested source says that nearly all trade between the two is paid in
#   rouble and yuan; there is no series.
# - **Mixed.** CIPS grew fast from 2023 to 2024; the yuan's share in SWIFT fell after July 2024. China's
#   recorded Treasuries fell, but some may only be kept in another country now. Ways around sanctions were
#   built, and were put under sanctions.
# - **Not settled here.** Whether the two build a system for others; what happens outside SWIFT; what an
#   inducement would do.
#
# Confidence: high for reserves to early 2025, moderate for payments, low for settlement between the
# two and for every projection.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 07; its link stands at the end of this page.
#
# **Discuss.** Do sanctions build the alternatives that their makers fear? What would a real early
# warning look like, and in which table would it show first? Is a system that only two states use a
# danger for a third?
#
# **Read.** A. Prokopenko, *What Are the Limits to Russia's Yuanization?*
# (Carnegie Politika, May 2024);
# Arslanalp, Eichengreen and Simpson-Bell on who gained what the dollar lost
# ([IMF working paper](https://econpapers.repec.org/paper/imfimfwpa/2022_2f058.htm)); a discussion of
# Demarais's book on sanctions and their side effects
# ([H-Diplo](https://issforum.org/roundtables/h-diplo-rjissf-roundtable-16-19-on-demarais-backfire)).
