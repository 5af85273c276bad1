# %% [markdown]
# # Lesson 4. The economic domain: who sustains whom?
#
# **Question of the day.** Does trade with China keep Russia able to fight, and what would be lost
# without it?
#
# The reading says that China's support "plays a critical role in sustaining" Russia's war (claim C7).
# *Critical* is a strong word. It could mean that Russia could not go on without China. It could also mean
# only that China helps. In this lesson you look for numbers that tell these two meanings apart.
#
# Five times you say what you expect before you see the data. A guess costs nothing and nobody grades
# it.

# %%
import pandas as pd
import plotly.express as px

from alignment.charts import COLOURS, present
from alignment.tables import load
from alignment.widgets import CounterfactualDial, ScoreSheet, predict, reveal

trade = load("trade")

# %% tags=["predict"]
predict("p4-1")

# %% tags=["result", "picture"]
flows = trade[trade["year"] >= 2015].melt("year", ["exports", "imports", "total"], "seller", "bn")
sellers = {"exports": "China", "imports": "Russia", "total": "both together"}
flows["seller"] = flows["seller"].map(sellers)
labels = {"year": "Year", "bn": "Sold to the other (billion US dollars)", "seller": "Sold by"}
fig = px.line(flows, x="year", y="bn", color="seller", color_discrete_map=COLOURS, labels=labels)
fig.update_yaxes(rangemode="tozero")
present(
    fig,
    finding="Trade grew strongly in both directions after 2021 and fell in both in 2025.",
    caveat="Values are not volumes: when oil is dear, the same barrels make a taller line. For two months of 2025 "
    "each country's sales are estimates.",
    sources=["trade"],
    guess="p4-1",
)

# %% [markdown]
# ## What you will be able to do
#
# - **Compute** growth, compound growth, shares and asymmetry from levels.
# - **Reconcile** figures that come from different publishers or different base years.
# - **Analyse** a series before and after an event without mixing seasons.
# - **Assess** a claim of the form "without X, Y would not have happened".
#
# **You need:** percentages, and lesson 00.
# **Claims of the reading tested here:** C3 (the partnership deepens), C7 (critical support), C13
# (alternative supply chains), C21 (China's economic stakes), C27 (inducements, that is rewards, may work).
#
# **How old are these numbers?** Yearly trade runs to 2025, trade in shorter periods to February 2026, oil prices
# to cargoes loaded in March 2026. Newer numbers were not collected. The estimates of what buyers paid
# (Step 4 and the dial) end on 6 September 2024.
#
# ## Data card
#
# The main table holds what China's customs published, mostly as relayed by news agencies. Customs count
# goods that cross the border, at the declared value. They do not count services, smuggling, or
# goods that pass through third countries. For a bibliography, write
# `from alignment.tables import cite` and `print(cite("trade"))` in a new cell.
#
# ## Step 1. How fast did trade grow?
#
# Growth is the change divided by the level **before** it. The cell takes all trade, both directions together:

# %%
total = trade.set_index("year")["total"]
# pct_change(): change against the row before
(total.pct_change() * 100).loc[2022:].round(1).to_frame("growth (per cent)")

# %% [markdown]
# The rates of growth that customs print differ slightly from these. One reason is that customs revise
# earlier years. If a printed level and a printed rate do not fit, check first whether customs revised the
# year before.
#
# How fast did trade grow per year over the whole boom? Do not average the yearly rates: each of them
# starts from another level. The compound annual growth rate (CAGR) is the one constant rate that leads
# from the first level to the last.

# %%
first, last = 2021, 2024  # change this
cagr = ((total[last] / total[first]) ** (1 / (last - first)) - 1) * 100
print(f"{cagr:.1f} per cent a year from {first} to {last}")

# %% [markdown]
# **Quick check.** Trade falls by ten per cent and then grows by ten per cent. Is it back where it
# was?
#
# <details><summary>Show the answer</summary>
# No. It is one per cent below, because the growth starts from the smaller level. So rates of growth
# cannot be added.
# </details>

# %% [markdown]
# ## Step 2. Before and after an event
#
# In December 2023 a US order threatened foreign banks that handle payments for Russia's war industry
# ([text of the order](https://www.federalregister.gov/documents/full_text/text/2023/12/26/2023-28662.txt)).
# It does not name China. If Russian buyers pay Chinese sellers through such banks, the order hits what China
# **sells**. So look first at China's exports.

# %% tags=["predict"]
predict("p4-3")

# %% [markdown]
# Exports are often higher at the end of a year than at its start. If you compare one half-year with
# the half-year before it, you mix the event with the season. So compare January to June of each year
# with January to June of the year before.

# %% tags=["result"]
periods = load("trade_periods")
periods["year"] = periods["start"].dt.year
# does it end in June or before?
periods["half"] = periods["end"].dt.month.le(6).map({True: "first half", False: "second half"})
# one row a year, one column a half-year
halves = periods.pivot_table(index="year", columns="half", values="exports", aggfunc="sum")
same_months = (halves["first half"].pct_change() * 100).loc[2023:2025]
careless = (halves.loc[2024, "first half"] / halves.loc[2023, "second half"] - 1) * 100
same_months = same_months.rename_axis("January to June")
print(same_months.round(1).to_frame("per cent against the year before"))
print(f"January to June 2024 against July to December 2023: {careless:.1f} per cent")
reveal("p4-3")

# %% [markdown]
# The published figures cover periods of one to five months. A period of several months is drawn as one
# flat step, at its mean per month. The dotted line is the day of the order.

# %% tags=["picture"]
steps = periods.melt(["start", "months"], ["exports", "imports"], "flow", "bn")
steps["level"] = steps["bn"] / steps["months"]
steps["country"] = steps["flow"].map({"exports": "China", "imports": "Russia"})
labels = {"start": "Month", "level": "Sold to the other country per month (billion US dollars)"}
fig = px.line(
    steps, x="start", y="level", color="country", color_discrete_map=COLOURS, labels=labels
)
fig.update_traces(line_shape="hv").update_traces(line_width=1.5, selector={"name": "Russia"})
fig.update_yaxes(rangemode="tozero").update_xaxes(dtick="M12", tickformat="%Y")
fig.add_vline(x="2023-12-22", line_dash="dot")
fig.add_annotation(x="2023-12-22", y=12.6, text="order ", showarrow=False, xanchor="right")
present(
    fig,
    finding="China's exports of January to June 2024, after the order, were "
    f"{-same_months[2024]:.1f} per cent below those of January to June 2023; in January to June 2025 they "
    f"were {-same_months[2025]:.1f} per cent below those of January to June 2024.",
    caveat="A fall after an order need not come from the order: prices, stocks and demand moved too. In the "
    "last two months of 2025 each country's sales are estimates.",
    sources=["trade_periods"],
)

# %% [markdown]
# The larger fall, in 2025, came more than a year after the order. Cars may explain a part of it:
# Russia raised its fee for imported cars, and its car market shrank.
#
# **Quick check.** By how much did China's exports of vehicles to Russia fall in 2025? Six published figures
# differ: the smallest fall is about four tenths, the largest about six tenths (table `limits_points`). Must
# five of the six be wrong?
#
# <details><summary>Show the answer</summary>
# No. Some count cars, some all vehicles. Some count how many vehicles were exported, some count dollars. Some
# stop in September, some
# in November. Each may be right for what it counts.
# </details>

# %% [markdown]
# ## Step 3. Who depends on whom?
#
# What Russia sells to China is a large part of Russia's exports and a small part of China's imports. The
# first share divided by the second is the **asymmetry**.

# %%
shares = load("dependence_shares").query("of_whom == 'Russia' and on_whom == 'China'")
# China's share of Russia's exports, then Russia's share of China's imports
of_russia = shares.query("flow == 'exports' and year >= 2021")
of_china = trade.set_index("year")["share_of_china_imports_pct"]
oec = of_russia[of_russia["claimant"] == "OEC"].set_index("year")["pct"]  # change this
# dropna(): only years with both shares
(oec / of_china).dropna().round(1).to_frame("asymmetry (times)")

# %% [markdown]
# At 5, these sales are five times as large a part of Russia's exports as of China's imports. Read the size,
# not the last digit: the two shares come from two publishers. To ask another publisher, write `"Bruegel,
# wiiw"` instead of `"OEC"`. Publishers divide by different totals, so the difference between two publishers
# is not a change over time.
#
# So far China is the buyer. For claim C7 China as the seller matters at least as much: read "Keep in mind"
# below the next figure. Before you call the support critical or not, say which of these two roles you mean.

# %% tags=["picture"]
buys = shares.query("flow == 'imports' and year >= 2021")
buys = buys.assign(share="China's share of Russia's imports")
china = of_china.loc[2021:].rename("pct").reset_index().assign(country="China")
both = pd.concat([of_russia.assign(country="Russia"), china.assign(claimant="China Customs")])
whose = {
    "Russia": "China's share of Russia's exports",
    "China": "Russia's share of China's imports",
}
both["share"] = both["country"].map(whose)
labels = {"year": "Year", "pct": "Share (per cent)", "share": ""}
fig = px.scatter(both, x="year", y="pct", color="share", symbol="share", labels=labels)
fig.update_yaxes(rangemode="tozero")
present(
    fig,
    finding="About 15 per cent of Russia's exports went to China in 2021, and 27 to 33 per cent in 2023 and 2025; "
    "about 5 per cent of China's imports came from Russia from 2023 on.",
    caveat="China is also a seller: its share of what Russia buys abroad is "
    f"{buys['pct'].min():.0f} to {buys['pct'].max():.0f} per cent from 2021 on, depending on year and publisher (in "
    "the table below, not in the figure). A large asymmetry is not control: a small partner may still have what the large one needs.",
    table=pd.concat([both, buys])[["share", "year", "pct", "claimant"]].set_axis(
        ["share", "year", "per cent", "publisher"], axis=1
    ),
    sources=["dependence_shares", "trade"],
)

# %% [markdown]
# Even the same goods have two values, because each government counts at its own border. For 2021 both
# reported a **deficit**: each says that it bought more from the other than it sold. To see how both can be
# honest, do {question 4.11}.

# %% [markdown]
# ## Step 4. Who replaced Europe?
#
# Before the invasion of February 2022 the European Union was the main buyer of Russian oil, gas and coal
# taken together. CREA, a research centre for energy and clean air, estimates what each buyer paid, in
# million euros a day. *Early 2022* (`before`) is 14 January to 23 February 2022. The *second year of the
# war* (`war_year_2`) ends on 23 February 2024; `war_year_1` is the year before, `war_year_3` ends on 6
# September 2024.

# %% tags=["predict"]
predict("p4-2")

# %% tags=["result"]
windows = load("fossil_revenue_windows")
paid = windows.pivot(index="destination", columns="window", values="mn_eur_per_day")
before, after = paid["before"], paid["war_year_2"]  # change this: war_year_1 or war_year_3
print(f"million euros a day, all buyers: {before.sum():.0f}, then {after.sum():.0f} ({after.name})")
# all others as in `after`, China as in `before`
unchanged = before["China"] / (after.drop("China").sum() + before["China"])
print(f"China's share in {after.name}, had it paid no more than before: {unchanged:.1%}")
reveal("p4-2")

# %% tags=["predict"]
predict("p4-4")

# %% tags=["result", "picture"]
change = (after - before).sort_values().rename("change").reset_index()
first, second = change.nlargest(2, "change")["destination"]
gained = (after - before).clip(lower=0).sum()
lost = before["European Union"] - after["European Union"]
span = f"Change from early 2022 to {after.name.replace('_', ' ')} (million euros a day)"
labels = {"change": span, "destination": "Buyer"}
fig = px.bar(
    change,
    x="change",
    y="destination",
    labels=labels,
    color="destination",
    color_discrete_map=COLOURS,
)
fig.update_layout(showlegend=False)
present(
    fig,
    finding=f"The payments of {first} rose most, then those of {second}; all rises together were "
    f"{'smaller' if gained < lost else 'larger'} than the fall of what the European Union paid.",
    caveat="These are estimates from ship tracking and modelled prices, and the first period has only "
    "41 days of one winter.",
    table=paid.round(1),
    sources=["fossil_revenue_windows"],
    guess="p4-4",
)

# %% [markdown]
# A seller with few buyers is easier to put under pressure. The Herfindahl–Hirschman index (HHI) adds up the
# squared shares of the buyers: 1 means a single buyer, a small value means many. Here the European Union
# counts as one buyer, and so does the row *Others*.

# %%
# squared shares, added up for each period
((paid / paid.sum()) ** 2).sum().round(2).to_frame("HHI")

# %% [markdown]
# From early 2022 to the second year of the war China's share doubled. Part of this is the smaller whole: had
# China paid no more than before, its share would still have risen. And the HHI fell: the buyers became less
# concentrated.
#
# If the price rises, China can pay more without buying more oil. Customs also count tonnes.

# %% tags=["predict"]
predict("p4-5")

# %% tags=["result"]
# months added up to years
crude = load("energy_imports").set_index("month")[["crude_mt", "crude_bn_usd"]].resample("YE").sum()
tonnes, dollars = crude.pct_change().loc["2022"].iloc[0] * 100
print(f"2022 against 2021, per cent: tonnes {tonnes:+.1f}, dollars {dollars:+.1f}")
reveal("p4-5")

# %% [markdown]
# **Gas** is different: a ship with oil can turn to another port, a pipeline cannot. Watch the word *Europe*: the
# Energy Institute, for one, counts Türkiye as Europe. The figure leaves Türkiye out.

# %% tags=["picture"]
points = load("energy_points").query("series == 'gas_europe'")[["year", "value"]]
europe = points.rename(columns={"value": "bcm"}).assign(to="Europe without Türkiye")
gas = pd.concat([europe, load("gas_pipeline")[["year", "bcm"]].assign(to="China")])
labels = {"year": "Year", "bcm": "Pipeline gas (billion cubic metres)", "to": "To"}
fig = px.line(gas, x="year", y="bcm", color="to", labels=labels, markers=True)
present(
    fig,
    finding="In 2025 Russia sent more gas by pipeline to China than to Europe without Türkiye; in 2022 to 2024 it "
    "was the other way round.",
    caveat="In 2025 China's line rose by 8 billion cubic metres. Europe's fell by 14, after transit through "
    "Ukraine had ended. With Türkiye, Europe took about as much as China in 2025 (table energy_points). "
    "Liquefied gas is not counted.",
    table=gas.pivot(index="year", columns="to", values="bcm"),
    sources=["energy_points", "gas_pipeline"],
)

# %% [markdown]
# Power of Siberia 2, a planned pipeline through Mongolia, had no contract by mid-2026 (table `timeline`). A
# smaller pipeline from Russia's Far East has had a contract since 2022; it is planned to bring gas from
# 2027 ([TASS](https://tass.com/economy/1695103)).

# %% [markdown]
# ## Step 5. Who sets the price?
#
# If China could dictate to Russia, it would pay less than others (hypothesis H4 of lesson 2). Russia's
# economy ministry prints gas prices, in dollars per thousand cubic metres; those of 2025 are its forecast
# of September 2025. In the table *europe* includes Türkiye; `less_pct` is by how many per cent China's
# price is lower.

# %%
prices = load("energy_points").query("series.str.startswith('gas_price')")
prices = prices.pivot(index="year", columns="series", values="value")
prices.assign(less_pct=(1 - prices["gas_price_china"] / prices["gas_price_europe"]) * 100).round(1)

# %% [markdown]
# China pays less than Europe and Türkiye: by the forecast 38 per cent less in 2025. But the low price is
# older than the invasion. In January 2021 Russian gas was already cheaper at China's border than gas
# from Turkmenistan and Myanmar (table `energy_points`).
#
# Oil has a market price to compare with. **ESPO** is the oil that Russia loads on its Pacific coast. The
# price of **Brent** oil is the yardstick of the world market. In the figure Brent is 0, each point one
# report.

# %% tags=["picture"]
espo = load("espo_brent").query("reported >= '2024-06-01'")
labels = {"reported": "Day of the report", "usd": "ESPO above or below Brent (dollars a barrel)"}
fig = px.scatter(espo, x="reported", y="usd", labels=labels, hover_data=["loading", "bound"])
fig.add_hline(y=0)
for day, who, side in [("2025-01-10", "two firms", "right"), ("2025-10-22", "two more", "left")]:
    fig.add_vline(x=day, line_dash="dot")
    lines = f"US blocks <br>{who} " if side == "right" else f" US blocks<br> {who}"
    fig.add_annotation(x=day, y=5, text=lines, showarrow=False, xanchor=side, align=side)
present(
    fig,
    finding="In most reports from October 2024 to early October 2025 ESPO oil cost more in China than Brent; in "
    "the middle of January 2026 it cost 9.5 dollars a barrel less (halfway between two printed numbers).",
    caveat="The points are single deals and offers, with gaps. What China pays for oil by pipeline is not public, "
    "and nothing was found for cargoes after March 2026.",
    table=espo[["loading", "reported", "usd", "bound", "publisher"]],
    sources=["espo_brent", "oil_measures"],
)

# %% [markdown]
# Price is one sign of who is stronger; what buyers do under a threat is another. After each American or
# British act in the table, look for the next act of the buyers in China. If two rows have the same date, their
# order does not say which act came first. The four firms with names are Russian oil firms. To *block* a firm is to
# freeze what it owns and to forbid business with it. A *licence* allows what is otherwise forbidden. The
# table leaves out renewals, and acts about payment platforms, subsidiaries, tankers and a bank (Keremet).

# %%
rows = "date >= '2025-01-01'"  # change this: the date
# without the acts named above
rows += " and not action.str.contains('platform|Keremet|subsidiar|tankers|Renews')"
with pd.option_context("display.max_colwidth", None):  # whole sentences
    display(load("oil_measures").query(rows).set_index("date")[["actor", "action"]])

# %% [markdown]
# Washington tightened most in January and October 2025. By agency reports some of China's state firms held back
# after both: two for loading in March 2025, others in October (one before Washington's act, after London's; four
# the day after Washington's). Other firms bought. The stops of October
# concerned oil by sea, not by pipeline.
#
# **Quick check.** Is this evidence that China helps Russia, or that it obeys Washington's threats?
#
# <details><summary>Show some answers</summary>
# Both readings find something. State firms stopped buying by sea after threats: threats may work on
# them. Independent firms bought, at large discounts: so some of the oil was sold, but cheaply. About the
# inducements (rewards) of claim C27 the table says nothing.
# </details>

# %% [markdown]
# ## The counterfactual dial
#
# Claim C7 is a counterfactual: it says what would happen **without** China. No table holds a world
# that did not happen. You can only state assumptions and see what follows. The function `effect` is the
# whole model: some of China's purchases vanish (`lost`), and a part of what vanishes is sold elsewhere
# (`replaced`), at a `discount`. All three are in per cent.


# %%
def effect(base: float, lost: float, replaced: float, discount: float) -> float:
    gone = base * lost / 100
    # what other buyers pay, minus what is gone
    return gone * replaced / 100 * (1 - discount / 100) - gone


loss = effect(after["China"], lost=50, replaced=70, discount=30) / after.sum()  # change this
print(f"Russia would lose {-loss:.0%} of what all buyers paid for oil, gas and coal")
CounterfactualDial(effect, base=after["China"])

# %% [markdown]
# The panel uses the same function, but starts with other numbers. The panel's percentage is a part of what
# **China** paid in the second year of the war (or in the period that you chose in Step 4); that of the cell
# above is a part of what **all** buyers paid. The examples are **assumptions, not forecasts**. For the discount
# Step 5 has one
# number to compare: how many per cent less China pays for gas than Europe and Türkiye.
#
# **Quick check.** Which of the three assumptions moves the result most? Press *embargo*, then move one slider to
# both ends. Press *embargo* again before the next.
#
# <details><summary>Show the answer</summary>
# The share that vanishes. From *embargo* it moves the result from 0 to −79 per cent of what China paid; the
# share sold elsewhere moves it from −100 to −30, the discount from −70 to −100. From *India takes it all*
# the discount moves it most. So **in this model** much depends on other buyers: have they ships, refineries
# and insurance? What China **sells** is not in it.
# </details>

# %% [markdown]
# ## The other side of the table
#
# Four voices read the same numbers. Official statements are evidence of a position, not of a fact; the
# rule is the same for every government.
#
# - **Kyiv.** Elina Ribakova calls China the most critical enabler of Russia's war economy: without
#   Chinese trade and help Russia would struggle to earn money and get key parts. She adds that the tie is unequal
#   ([Kyiv School of Economics, February 2025](https://kse.ua/about-the-school/news/kse-vice-president-elina-ribakova-testifies-before-the-commission-on-russia-china-economic-ties-and-sanctions-evasion)).
# - **Moscow.** The president says that the timely decision to pay in roubles and yuan made trade
#   grow; 90 per cent of payments between the two are already in these currencies
#   ([Reuters via Devdiscourse, May 2024](https://www.devdiscourse.com/article/law-order/2940330-putin-90-of-russia-china-settlements-are-in-yuan-and-rouble)).
# - **Warsaw.** The foreign minister, Radosław Sikorski, says that only China could force a ceasefire,
#   because Russia depends on China so much. Whether China will do so is open; Chinese pressure on
#   Moscow would be the sign
#   ([Anadolu Agency, September 2025](https://www.aa.com.tr/en/russia-ukraine-war/poland-says-china-only-power-capable-of-forcing-ceasefire-in-ukraine-war/3702283)).
# - **Washington, a voice that rates the threat low.** Kavanagh and DePetris find talk of an "axis"
#   exaggerated: ties that rest on interest are not an alliance
#   ([Defense Priorities, August 2024](https://www.defensepriorities.org/opinion/the-axis-of-evil-is-overhyped)).
#
# Beijing answers an accusation. In July 2024 the members of NATO called China a decisive enabler of
# Russia's war. China's mission to the EU rejected this: China's trade is normal and targets nobody, and
# China sends no lethal weapons
# ([answer of the mission](https://eu.china-mission.gov.cn/eng/mh/202407/t20240711_11451838.htm)). Only
# Warsaw says what would change its mind. Ask the others that question.
#
# **Change the point of view.** European countries bought Russian fuel in every period of the table in
# Step 4. Write the sentence "X's support plays a critical role" with Europe as X. Which numbers in
# this lesson would you quote? Now write it as a budget officer in Kyiv would, with China as X. Which of
# the two sentences is fair?

# %% [markdown]
# ## Score sheet: what does this domain weigh?
#
# For each criterion give three scores: lowest, most likely and highest. Choose the ends so that the right
# score has one chance in ten of lying below the lowest, and one in ten of lying above the highest. Add one line of
# evidence. Judge the **cooperation**: what would be different if both countries existed with the same
# aims, but did not cooperate? Goods that armies need most (the high-priority list) belong to lesson 5,
# currency to lesson 7. Your sheet is kept in `my-work/` and feeds the board in lesson 8. Nobody grades
# it.

# %%
ScoreSheet("E")

# %% [markdown]
# In code: `ScoreSheet("E").set("A", 50, 65, 80, note="the figure I used")`, in a cell of your own.
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** Trade grew strongly from 2021 to 2023, a little in 2024, and fell in 2025. By
#   shares of trade the two depend on each other very unequally. Buyers of Russian fuel changed from 2022; in 2025
#   China took more pipeline gas than Europe without Türkiye.
# - **Mixed.** By estimates to September 2024 China paid more for Russian fuel than before, but India
#   added more, and the buyers became less concentrated (the European Union counts as one). China paid less
#   for gas than Europe and Türkiye (for 2025 that is a forecast). ESPO oil was cheaper than Brent in some
#   reports. State firms paused after US sanctions, and others bought.
# - **Not settled here.** Whether the support is *critical*. That depends on what could replace it, and
#   no table shows a world without it.
#
# Confidence: high for the levels of trade, moderate for destinations and prices (estimates, single
# deals), low for every counterfactual.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 04; its link stands at the end of this page.
#
# **Discuss.** Is buying oil "support"? Would trade fall if the war ended? Who has leverage in an
# unequal relation, and over what?
#
# **Read.** MERICS on an asymmetrical yet indispensable trade
# ([comment](https://merics.org/en/comment/china-russia-trade-asymmetrical-yet-indispensable)); a
# summary of the wiiw and Bruegel figures
# ([Russia's Pivot to Asia](https://russiaspivottoasia.com/chinas-trade-relations-with-russia-asymmetrical));
# Carnegie on what is traded
# ([Politika, 2024](https://carnegieendowment.org/russia-eurasia/politika/2024/05/behind-the-scenes-chinas-increasing-role-in-russias-defense-industry)).
