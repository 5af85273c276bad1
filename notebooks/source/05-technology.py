# %% [markdown]
# # Lesson 5. The technology domain: what share is it really?
#
# **Question of the day.** Russia buys goods abroad that are useful for weapons. What share of them comes
# from China, and what does "from China" mean?
#
# The reading says that "China has supplied Russia with industrial inputs" (claim C10). **Dual-use
# goods** are goods with a civilian and a military use: chips, machine tools, cameras, cable.
#
# Four times you say what you expect before you see the data. A guess costs nothing and nobody grades
# it. Run the cells one by one with Shift+Enter: Run All shows the answers.

# %%
import pandas as pd
import plotly.express as px
from IPython.display import display

from alignment.charts import present
from alignment.tables import load
from alignment.widgets import ScoreSheet, ShareFinder, predict, reveal, seen

figures = load("dual_use_figures")
pd.set_option("display.max_colwidth", None)  # show whole texts

# %% [markdown]
# ## Step 1. What share is it?
#
# Six published numbers for 2023 say what share of such goods Russia got from China.

# %% tags=["predict"]
predict("p5-1")

# %% [markdown]
# A published share answers four questions at once: which goods, how counted, with or without Hong Kong, and
# who says so? The cell writes the first three beside each number. In the panel you choose the goods, the
# rule, and whether Hong Kong counts.
#
# The panel's slider is a thought experiment, *leak and plug*. Suppose that the chosen source were closed
# ("plugged"), and that a part of its goods found another way (the "leak"). The function at the top of
# the cell is the whole model; try it in {question 5.17}. Step 2 explains *battlefield goods*, Step 3 the
# *priority list*.


# %% tags=["result"]
def still_arrives(share: float, leak: float) -> float:
    # all other goods, plus the part that leaks
    return 100 - share + share * leak / 100


# series of the table: which goods, how counted, from where
rule = {
    "share_dispatch_china": ("battlefield goods", "sent from", "mainland"),
    "share_dispatch_hk": ("battlefield goods", "sent from", "Hong Kong"),
    "share_brand_china": ("battlefield goods", "made for firms of", "China"),
    "share_chpl_carnegie": ("priority list", "not stated", "China"),
    "share_dual_use_us_mission": ("dual-use goods", "not stated", "China"),
    "share_microelectronics": ("microelectronics", "not stated", "China"),
    "share_machine_tools": ("machine tools", "not stated", "China"),
    "share_machine_tools_dispatch": ("machine tools", "sent from", "China"),
    "share_cnc_made": ("computer-controlled machines", "made in", "China"),
}
rows = pd.DataFrame(rule, index=["goods", "counted", "origin"]).T
reveal("p5-1")
# join: add the published values
ShareFinder(rows.join(figures.set_index("series")), arrives=still_arrives)

# %% [markdown]
# The cell has nine numbers, the panel eight rows: mainland and Hong Kong share the first. Six rows are of
# 2023 only: your guess was about them. Of these six, three come from the US government, the KSE Institute
# has a part in two, and two cover only a part of the year. Is Hong Kong "China"? For customs it is a
# territory of its own; politically it is a part of China. Both answers can be defended.

# %% [markdown]
# ## Step 2. Sent from, or made for?
#
# One study looks at "battlefield goods": goods that are most important for Russia's war, in the ranking of
# the states that control exports to Russia. It asks two questions about those that Russia imported in 2023.
# From where were they **sent**? For whose **brand** were they made? A chip designed by a firm in the United
# States may be made in Malaysia and sent from Shenzhen. "Coalition firms" have their seat in states that
# control such exports to Russia.

# %% tags=["predict"]
predict("p5-2")

# %% tags=["result"]
seen("p5-2")  # from here on a guess does not count
# look up a value by its series and its period
value = figures.set_index(["series", "period"])["value"]
mainland, hong_kong = value["share_dispatch_china", "2023"], value["share_dispatch_hk", "2023"]
sent = mainland + hong_kong  # change this: leave out Hong Kong
made = value["share_brand_coalition", "2023"]
print(f"sent from the places you count {sent:.1f} %, made for coalition firms {made:.0f} %")

# %% tags=["result", "picture"]
names = {"share_dispatch_china": "mainland China", "share_dispatch_hk": "Hong Kong"}
names["share_dispatch_turkiye"] = names["share_dispatch_uae"] = "Türkiye, Emirates"
names["share_brand_coalition"] = "coalition firms"
parts = figures[figures["series"].isin(names) & (figures["period"] == "2023")]
brand = parts["series"].str.contains("brand")
parts = parts.assign(part=parts["series"].map(names))
parts["question"] = brand.map({True: "Made for?", False: "Sent from?"})
bars = parts.groupby(["question", "part"], sort=False)["value"].sum().reset_index()
rest = (100 - bars.groupby("question")["value"].sum()).reset_index()
bars = pd.concat([bars, rest.assign(part="all others")])
labels = {"value": "Share of the same goods (per cent)", "question": "Question", "part": "Part"}
fig = px.bar(bars, x="value", y="question", color="part", text_auto=".0f", labels=labels)
fig.update_traces(insidetextanchor="middle")
present(
    fig,
    finding="In this study three quarters of the goods were sent from China and Hong Kong, and yet two "
    "fifths were made for firms of states that control such exports.",
    caveat="“Made for” does not mean that these firms sold to Russia: goods can pass through dealers.",
    table=bars.round(1),
    sources=["dual_use_figures"],
    guess=("p5-2", "Your guess: made for"),
)

# %% [markdown]
# Both bars hold the same goods. How much is **both** made for a coalition firm and sent from China or Hong
# Kong? No page that we found gives this share. But the two known shares set limits to it.

# %% tags=["predict"]
predict("p5-3")

# %% tags=["result", "picture"]
first = 100 - made  # where the goods made for coalition firms begin
rows = [("made for coalition firms", first, made, "made for")]
for how, end, start in [("pushed left", "least", 0), ("pushed right", "most", 100 - sent)]:
    rows.append((f"sent from China ({how})", start, sent, "sent from"))
    both_from = max(first, start)
    rows.append((f"both, at {end}", both_from, max(0, start + sent - both_from), "both"))
overlap = pd.DataFrame(rows, columns=["row", "start", "share", "what"])
labels = {"share": "All goods in one row (per cent)", "row": "Goods that are", "what": ""}
fig = px.bar(
    overlap, x="share", y="row", base="start", color="what", text="share",
    labels=labels, category_orders={"row": list(overlap["row"])},
)  # fmt: skip
fig.update_traces(insidetextanchor="middle", texttemplate="%{text:.1f}")
fig.update_xaxes(dtick=20, range=[0, 100])
present(
    fig,
    finding=f"At least {max(0, made + sent - 100):.1f} per cent of the goods were both, and at most "
    f"{min(made, sent):.0f} per cent.",
    caveat="“China” includes Hong Kong here, unless you left Hong Kong out. The limits treat both published shares "
    f"as exact; but the shares hold errors. Your guess starts at {first:.0f}, where the blue bar starts.",
    table=overlap[["row", "share"]].round(1),
    sources=["dual_use_figures"],
    guess=("p5-3", "your guess of the least", first),
)

# %% [markdown]
# Read the bars as one hundred places. Goods made for coalition firms (blue) fill the last forty. Goods sent
# from China or Hong Kong (orange) fill 75.6 places, but nobody knows which. Pushed to the left end, the orange
# goods still cover 15.6 of the forty blue places, because 40 and 75.6 are together more than 100. Pushed to the
# right end, they cover all forty.
#
# Multiplying the two shares would give one number in between. That would assume that brand and route have
# nothing to do with each other, and nobody has shown it. A range is a result: it says what the data allow.
# Find the range for three shares in {question 5.18}.
#
# ## What you will be able to do
#
# - **Explain** what the Common High Priority List is, and what it is not.
# - **Differentiate** where goods are sent from, where they are made, and for whose brand.
# - **Compute** a range where a single number is not known.
# - **Ask** from which level a jump is measured.
# - **Evaluate** causal words (*bolster*, *because of*, *encourage*), and how well a capability is shown.
#
# **Minutes:** {minutes}. **You need:** percentages, and lesson 00.
# **Claims of the reading tested here:** C10 (inputs were supplied), C11 (they strengthen Russia), C18
# (equipment and know-how are exchanged), C27 (signals could change behaviour), C31 (others worry about
# their security).
#
# **How old are these numbers?** Most shares are of 2023: Russia stopped publishing detailed customs data
# in spring 2022, and studies that use commercial copies of them take time. Exports of cable run to August 2025,
# sanctions to May 2026. Newer figures were not collected.
#
# ## Data card
#
# China's customs publish every month what China sells to Russia, kind by kind. We did **not obtain** this
# monthly series. We have single numbers that were printed in texts, each with its own list, period and
# rule. Some publishers are offices or institutes of Ukraine, the state that was attacked; others argue for
# stricter controls, or are governments. An interest does not make a number false, but it is a reason to
# look for a second source.
#
# ## Step 3. What is on the list?
#
# The Common High Priority List names fifty customs codes; each code stands for a kind of goods. The United
# States, the European Union, Japan and the United Kingdom made the list together
# ([US Department of Commerce](https://www.bis.gov/licensing/country-guidance/common-high-priority-items-list-chpl)).
# It sorts the codes into tiers; tier 1 matters most for weapons. The first two digits of a code are its
# chapter. The first table counts the codes of each tier in each chapter, the second names those of one tier.

# %%
codes = load("chpl_codes")
# number of codes: a row for each tier, a column for each chapter
chapters = {"84": "84 machines", "85": "85 electrical", "88": "88 aircraft", "90": "90 instruments"}
display(pd.crosstab(codes["tier"], codes["hs6"].str[:2].map(chapters).rename("chapter")))
codes.loc[codes["tier"] == "4.A", ["hs6", "name"]]  # change this: "1"

# %% [markdown]
# Most codes of tier 4.A are equipment to make or test electronics.
#
# **Quick check.** Goods of these codes go from China to Russia. Does that show that they went into
# weapons?
#
# <details><summary>Show the answer</summary>
# No. The list holds goods that were found in Russian weapons or are needed to make them, so a code on
# it is a reason to look. But one code also covers civilian goods. Evidence on use comes from weapons that
# were taken apart, from contracts and from the buyers' names.
# </details>
#
# ## Step 4. How large is a jump?
#
# In October 2025 a newspaper reported that China's exports of fibre-optic cable to Russia had grown
# nearly "tenfold". A drone that is guided through such a cable cannot be jammed by radio.

# %% tags=["predict"]
predict("p5-4")

# %% tags=["result", "picture"]
cable = figures[figures["series"] == "fibre_russia"].set_index("period")["value"] / 1000
june = cable["2025-06"]
points = cable.rename("km").rename_axis("month").reset_index()
points["times"] = points["km"] / june
labels = {"month": "Month", "times": "Exports of cable (times June)"}
fig = px.scatter(points, x="month", y="times", labels=labels)
tenth = cable["2025-08"] / 10 / june
fig.add_hline(tenth, line_dash="dot", annotation_text="one tenth of August")
fig.update_xaxes(type="date", dtick="M1", tickformat="%b\n%Y")
fig.update_yaxes(rangemode="tozero").update_traces(marker_size=13)
present(
    fig,
    finding=f"Exports in August were {cable['2025-08'] / june:.1f} times those of June; if they were “tenfold” "
    f"those of some month, that month had only about {tenth:.2f} times the exports of June.",
    caveat="Three printed months cannot show a trend, and customs do not say who used the cable.",
    table=points.round(2).rename(columns={"times": "times June"}),
    sources=["dual_use_figures"],
    guess=("p5-4", "2025-08"),
)

# %% [markdown]
# If “nearly tenfold” is right, the month that it starts from lies near the dotted line. No month of our
# table lies there. The newspaper started from July
# ([Liga](https://news.liga.net/en/world/news/wp-china-increases-exports-of-fiber-optic-drone-components-to-russia)),
# a month that our table lacks. Before you believe a "tenfold", ask: ten times which month?
#
# Numbers on the priority list have gaps too. For the whole list our table has the exports of two months,
# December 2023 and April 2024, both from one author. For tier 4.A it has two numbers for the last three months
# of 2024: exports to Russia, Belarus and Central Asia together, and exports straight to Russia. We had to guess
# two dates. The page with the second month does not name it; we read it as April 2024. The page on tier 4.A does
# not say on which days the
# three months begin and end. In the next table, what does the column `bound` say?

# %%
series = ["chpl_monthly", "tier_4a", "tier_4a_direct"]  # change this: ["batteries"]
figures.loc[figures["series"].isin(series), ["item", "period", "value", "unit", "bound"]]

# %% [markdown]
# Did the exports of the list fall by half from December 2023 to April 2024? The two numbers cannot tell,
# because both are lower limits ({question 5.12}). How much went by way of Belarus and Central Asia? In tier 4.A
# about 8 million dollars (120 minus 112) went there. Some of it may have stayed, so at most about that much went
# on to Russia. Another list gives
# another answer ({question 5.10}).
#
# ## Step 5. Do the inputs strengthen Russia?
#
# The reading says that the inputs "bolster" what Russia can do (claim C11). This is a claim about a cause. To
# judge it you would need to know what Russia would produce **without** these goods. We know of no public
# table that shows Russia's weapons beside the goods that went into them. Three printed shares point in
# different directions:

# %%
series = ["share_parts_western", "share_drone_electronics", "share_western_parts_route"]
display(figures.loc[figures["series"].isin(series), ["item", "period", "value", "publisher"]])
print(
    f"{still_arrives(sent, leak=50):.0f} per cent of the goods would still arrive"
)  # change this: the leak

# %% [markdown]
# Two intelligence services print the same number, 80 per cent, for different things. The Ukrainian service
# means electronics of Chinese *origin*, the Estonian one *Western* parts that come *through* China. Both
# can be true if China is both a maker and a route. The 95 per cent are a share of the parts that were
# identified, and a part without a name is hard to identify.
#
# The last line is the model of Step 1. The model stops what was sent from China and Hong Kong, and lets
# half of it find another way. It is an assumption, not a forecast.
#
# **Quick check.** Which matters more for the result of leak and plug: the share, or the leak?
#
# <details><summary>Show the answer</summary>
# With a leak near one hundred per cent the share hardly matters; with no leak the share decides everything.
# For many dual-use goods the dispute is about the leak: small, cheap goods find other routes more easily
# than large machines.
# </details>
#
# ## Step 6. Pressure, and what it can show
#
# Claim C27 says that signalling *benefits* could change what China does. The acts on record are mostly
# penalties: governments *list* a firm, that is, they put it on a list of firms with which trade or payments
# are restricted. In the figure each row is one government and one kind of act. Each mark is a day with such
# acts; it does not say how many firms were hit. The rows *oil, payments* hold acts on Russian oil and on
# payments (banks, platforms, an exchange). The
# row of China shows European banks and firms that China listed.

# %% tags=["picture"]
who = {"us": "United States", "eu": "European Union", "uk": "United Kingdom", "cn": "China"}
us = load("us_measures").query("on_alignment").rename(columns={"measure": "item"})
eu = load("timeline").rename(columns={"event": "item"})
more = pd.concat([us.assign(series="us_"), eu.assign(series="eu_")])  # acts without a count
more = more[more["item"].str.contains("Entity List|20th package, with Chinese")]
listed = pd.concat([load("listings_counts").rename(columns={"period": "date"}), more])
listed = listed[listed["series"].str.contains("^us_|^eu_|^uk_|^cn_")].assign(direction="tougher")
listed["by"] = listed["series"].str[:2].map(who) + ": firms listed"
oil = load("oil_measures").query("actor.isin(['United States', 'United Kingdom'])")
oil = oil.assign(by=oil["actor"] + ": oil, payments", item=oil["action"])
oil = oil.replace({"direction": {"tighter": "tougher", "easier": "milder"}})
acts = pd.concat([listed[listed["date"].str.len() == 10], oil])  # acts with a day
acts["date"] = pd.to_datetime(acts["date"])
acts = acts.groupby(["date", "by", "direction"])["item"].agg("; ".join).reset_index()
labels = {"date": "Date", "by": "Act of", "direction": ""}
fig = px.scatter(acts, x="date", y="by", color="direction", symbol="direction", labels=labels)
fig.update_yaxes(categoryorder="category descending")
fig.update_xaxes(type="date").update_traces(marker_size=13, marker_opacity=0.7)
present(
    fig,
    finding="Washington, London and the European Union listed firms in China; on oil and payments "
    "Washington became tougher between January and October 2025, and milder from November 2025.",
    caveat="A selection: after the last mark of a row more acts may have followed. The figure shows pressure, not its effect.",
    table=acts, sources=["listings_counts", "us_measures", "timeline", "oil_measures"],
)  # fmt: skip

# %% [markdown]
# On purpose the figure shows no exports. If exports fall after more listings, the listings may have worked.
# But listings can also follow exports: what is large and visible gets listed.
#
# Washington acts on China and on Russia for many reasons. The first table holds those acts that concern
# what China and Russia do **with each other** (`on_alignment`). The second is about the SDN List: firms and
# persons whose assets the United States blocks. How many new entries from China were listed because of
# Russia?

# %%
us = load("us_measures").query("on_alignment")  # change this: "not on_alignment"
counts = load("listings_counts").query("series.str.startswith('ofac_china')")
display(us[["date", "target", "measure", "direction"]])
display(counts[["item", "period", "value"]])

# %% [markdown]
# "None found in a sample" is not "none": most of the new entries were not checked, and other lists were not
# searched. The last two acts of the first table concern all buyers of Russian oil, not only China: whether
# they belong there is a matter of judgement. In April 2026 the European Union listed Chinese companies again
# ([Council of the EU](https://www.consilium.europa.eu/en/press/press-releases/2026/04/23/russia-s-war-of-aggression-against-ukraine-20th-round-of-stern-eu-sanctions-hits-energy-military-industrial-complex-trade-and-financial-services-including-crypto/)).
# A day later China put seven European firms on its export control list; the reason it gave was Taiwan.
#
# All of this is evidence about penalties, some of them eased. None of it is about benefits offered to China.
# Judge a headline about these lists in {question 5.19}.
#
# ## Step 7. What could each do that it could not do before?
#
# The reading speaks of "advanced military equipment exchanges" (claim C18) and of "security concerns"
# (C31). Lesson 03 shows the arms on record and grades what is claimed for the armed forces. Here are the
# claims about satellites and about parts for drones, with a grade for each:
#
# - **A** was shown in the open by those who do it, or both sides say it
# - **B** was admitted by one side, or others saw documents or parts that show it
# - **C** cannot be examined by others
# - **D** is only said or expected

# %%
claims = load("capability_claims")
ours = claims[claims["item"].str.contains("satellite|drones")]  # change this: "missile"
display(ours.sort_values("grade")[["item", "claimed_by", "other_side", "evidence", "grade"]])
print(f"{claims['grade'].isin(['A', 'B']).sum()} of all {len(claims)} claims have grade A or B")

# %% [markdown]
# Both governments confirm an agreement on ground stations for satellite navigation (A). Of all goods, the
# evidence is best for drone parts (B). Reuters saw documents about Garpiya attack drones with Chinese
# engines: at least 6,000 under contract for 2025, and 1,500 or more delivered by April (table
# `dual_use_figures`). Beijing says that it knows of no such export. Kyiv claims that China gives Russia
# images of targets (D). The Kremlin answers that it has its own means; Beijing says that it is not aware of
# this. Grades judge what was *published*, and much may be secret. The list is also a selection: refusals
# and dropped plans have no row.
#
# In September 2025 the British institute RUSI described leaked Russian documents about equipping and
# training a Chinese airborne battalion
# ([The Kyiv Independent](https://kyivindependent.com/russia-helping-china-prepare-for-war-with-taiwan-leaked-documents-say)).
# The authors say that the documents appear genuine, but that parts may be altered. The documents hold no direct evidence
# from the Chinese side that Beijing paid or received anything, and they do not mention Taiwan directly
# ([AP via The Gleaner](https://web5.jamaica-gleaner.com/article/world-news/20250927/russia-helping-china-prepare-potential-invasion-taiwan-defence-institute)). (Beijing claims Taiwan as a part of China; the government in
# Taipei rejects that.) Which sentence does this allow? Choose one in {question 5.13}.
#
# ## The other side of the table
#
# Four voices read the same numbers. Official statements are evidence of a position, not of a fact; the
# rule is the same for every government.
#
# - **Kyiv.** Vladyslav Vlasiuk, who advises the president on sanctions, said in 2024 that about six in ten foreign
#   parts in Russian weapons come from China or through it; reports of his words differ ([Reuters via UAWire](https://uawire.org/kyiv-china-is-a-major-supplier-of-military-components-to-russia)).
#   In 2025 he said that Kyiv values the fact that no lethal weapons are sent, and that it never received the
#   result of any Chinese inquiry
#   ([The Odessa Journal, 2025](https://odessa-journal.com/public/china-has-provided-ukraine-no-results-of-investigation-into-its-components-in-russian-weapons)).
# - **Beijing.** The foreign ministry knows of no export of parts for the Garpiya drone, and controls
#   dual-use goods by its own law and its international duties
#   ([Reuters via Ukrainska Pravda, July 2025](https://www.pravda.com.ua/eng/news/2025/07/24/7523171/)).
# - **The debate in Brussels, not the EU itself.** Agathe Demarais of the European Council on
#   Foreign Relations, a think tank, writes that controls
#   probably work better than headlines say: Russia's imports of Western technology fell and became
#   dearer. Gaps remain, and Western banks should check more
#   ([Politico Europe, June 2024](https://www.politico.eu/article/export-control-russia-putin-war-ukraine-working/)).
# - **Washington, a voice that rates the threat high.** Samuel Paparo, then commander of US forces in
#   the Indo-Pacific, said that China rebuilt Russia's war machine with chips and machine tools. In return
#   he expected China to get submarine technology that would narrow America's lead under water
#   ([Defense One, November 2024](https://defenseone.com/threats/2024/11/russian-submarine-tech-could-help-china-out-pace-us-says-indopacom-chief/401270/)).
#
# Moscow speaks in lessons 1 to 4 and 7 to 10; none of its statements in our tables is about these shares.
# Kyiv says what it waits for, the result of an inquiry; the other three do not say what would change their
# minds. Ask each of them.
#
# **Change the point of view.** China sells cable to both sides of the war. How evenly? For August 2025 both
# numbers were printed: divide one by the other. Cable can also reach Ukraine by other ways; the table does not say.

# %%
both = figures["series"].isin(["fibre_russia", "fibre_ukraine"]) & (figures["period"] == "2025-08")
figures.loc[both, ["item", "value", "unit"]].convert_dtypes()

# %% [markdown]
# Goods made for Western firms are found in Russian weapons too. Write the sentence "X supplies Russia
# with industrial inputs" once with a Western firm as X, as an adviser in Beijing would, and once with
# China as X, as an adviser in Kyiv would. What must each know before writing "support"?
#
# ## Score sheet: what does this domain weigh?
#
# For each criterion give three scores: lowest, most likely and highest. Choose the ends so that the right
# score has one chance in ten of lying below the lowest, and one in ten of lying above the highest. Add one line of
# evidence. Judge the **cooperation**: what would be different if both countries existed with the same
# aims, but did not cooperate? Goods of the priority list from China to Russia, and arms and know-how from
# Russia to China, belong here and are **not counted in lesson 4**. Your sheet is kept in `my-work/` and
# feeds the board in lesson 8. Nobody grades it.

# %%
ScoreSheet("T")

# %% [markdown]
# In code: `ScoreSheet("T").set("A", 45, 65, 80, note="the figure I used")`, with your own numbers, in a
# cell of your own.
#
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** Dual-use goods go from China to Russia in large amounts (C10). In both studies
#   here that count where goods were sent from, most were sent from China.
# - **Mixed.** The share depends on the goods and on the rule. A part of what was sent from China and Hong Kong
#   must have been made for firms of states that control such exports. Of seventeen claims about capability eight
#   are shown, admitted or documented (grades A and B), and nine are not.
# - **Not settled here.** How much weaker Russia's arms industry would be without these goods (C11), what
#   China gets in return (C18), whether signals or penalties change the flow (C27). Others do worry, and say
#   so (C31); a worry on record is no measure of a danger.
#
# Confidence: high for the direction, moderate for the range of shares, low for every effect.
#
# **What you said:** your four guesses and your sheet are
# in `my-work/`, and lesson 10 shows how often your ranges held.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 05; its link stands at the end of this page. Claims C31 and C32 come back in
# {question 5.21} and {question 5.22}.
#
# **Discuss.** Who is responsible for a chip in a weapon: the state, the seller, the brand, the bank?
# Can export controls work against the world's largest workshop? Should a range be published if
# a newspaper wants one number?
#
# **Read.** N. Sher on China's role
# ([Carnegie, 2024](https://carnegieendowment.org/russia-eurasia/politika/2024/05/behind-the-scenes-chinas-increasing-role-in-russias-defense-industry));
# a brief on the study behind the shares of 2023
# ([FREE Network brief](https://freepolicybriefs.org/2024/05/07/russia-export-controls)); J. Webster on the
# goods that go round
# ([China-Russia Report](https://chinarussiareport.substack.com/p/central-asia-and-belarus-role-in)).
