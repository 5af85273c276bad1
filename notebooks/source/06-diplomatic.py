# %% [markdown]
# # Lesson 6. The diplomatic domain: do they vote alike, and does it matter?
#
# **Question of the day.** Do China and Russia vote alike in the United Nations, and does it change
# what the UN decides?
#
# The reading says that China's *diplomatic* support is "critical" for Russia (claim C8), that the
# two weaken American influence (C12) and court the Global South (C15), and that their interests are
# not fully aligned (C20). **Global South** is a loose name for the
# states of Africa, Asia, Latin America and the Pacific; they do not act as one.

# %%
import pandas as pd
import plotly.express as px

from alignment.charts import COLOURS, present
from alignment.tables import load

agreement = load("unga_agreement")

# %% [markdown]
# A **text** is a resolution that came to a vote. **Strict agreement** is the share of texts on which two
# states voted the same: yes, no or abstain. A text that one of them missed does not count. Before 1992
# Russia is the Soviet Union. The figure will show how far each pair lies above or below its own mean of the
# 1980s; 0 is that mean. Two other pairs are for comparison.

# %% tags=["predict"]
from alignment.widgets import predict

predict("p6-1")

# %% tags=["result", "picture"]
names = {"CHN-RUS": "China–Russia", "GBR-FRA": "UK–France", "RUS-FRA": "Russia–France"}
lines = agreement[agreement["pair"].isin(names) & (agreement["definition"] == "strict")]
share = lines.pivot(index="year", columns="pair", values="value").rename(columns=names).loc[:2025]
above = (share - share.loc[1980:1989].mean()) * 100
nineties = (share.loc[2025] - share.loc[1991:1999].mean())["China–Russia"] * 100
two = agreement[agreement["pair"] == "CHN-RUS"]
measure = two.pivot(index="year", columns="definition", values="value")
old, new = measure.loc[1980:1989].mean().round(2), measure.loc[2025].round(2)
labels = {"year": "Year", "value": "Above its 1980s mean (percentage points)", "pair": "Pair"}
fig = px.line(above, labels=labels)
present(
    fig,
    finding="China and Russia agreed as often in 2025 as in the 1980s, when they were rivals most of the time, "
    f"and {nineties:.0f} percentage points more often than in 1991-1999.",
    caveat="Voting alike is not acting together; most of these texts bind nobody.",
    table=share.loc[[1985, 1995, 2005, 2015, 2025]].round(2),
    sources=["unga_agreement"],
    guess=("p6-1", 2025),
)
for name in ["kappa", "contested"]:
    print(f"{name}: {old[name]:.2f} in the 1980s, {new[name]:.2f} in 2025")

# %% [markdown]
# Two other measures stand below the figure; they differ from it, and from each other. *Kappa* takes out
# agreement by chance (lesson 1); kappa rose. *Contested* leaves out the texts to which China, Russia, the United
# Kingdom and Brazil all said yes. The four often differ, so these texts divide few. On the rest agreement fell.
# So whether China and Russia agree more often than in the 1980s
# depends on the measure, and on the years you compare.
#
# ## What you will be able to do
#
# - **State** which texts are counted before you state a number.
# - **Compute** agreement by hand, and compare it with reference pairs.
# - **Split** a change into changed votes and a changed agenda.
# - **Test** whether a vote was pivotal: would a different vote have changed the outcome?
#
# **You need:** shares and percentages.
# **Optional afterwards:**
# [Lesson 6b, more measures](lesson-06b-more-rulers.ipynb).
# **Claims of the reading tested here:** C6 (only as background), C8
# (diplomatic support is critical), C12 (American influence weakens), C15 (ties with the Global
# South), C20 (interests are not fully aligned), C24 (Beijing stays cautious about North Korea).
#
# **How old are these numbers?** Votes in the General Assembly run to 4 June 2026, votes in the Security
# Council to 29 June 2026.
#
# ## Data card
#
# The UN publishes how each member voted when a vote is recorded. In most years most resolutions are adopted
# without a vote; these are not in the data. Drafts that fail are in the Council's table only. States decide
# what comes to a vote; the texts are no random sample. Y is yes, N no, A abstain, X did not vote.

# %% [markdown]
# ## Step 1. Which texts are counted?
#
# How does China vote on Ukraine? First say which texts are *on Ukraine*. Here they are texts that the
# Assembly adopted by a recorded vote since March 2014. The title names Ukraine, Crimea or Chornobyl, or the
# text belongs to the emergency session on the war. In that session the Assembly deplored Russia's aggression
# in March 2022, and called the annexation of four regions invalid in October. Both majorities were large;
# China abstained both times. Russia claims these regions and Crimea as its own.
#
# The table counts China's votes (A abstain, N no), one row for each group of texts (`series`).

# %%
texts = load("ukraine_texts").query("scope == 'about'")
pd.crosstab(texts["series"], texts["CHN"], margins=True)

# %% [markdown]
# China never voted yes. Whether it *abstains* or *votes no* depends on the series. On the yearly text
# about human rights in Crimea it has said no each time. In the emergency session it mostly abstained.
# So which texts you count is a choice. For four choices the next table gives the share of texts on which
# China voted like Russia, and like India.

# %%
since = "2022-02-24"  # change this: "2025-01-01"
choices = {"all texts": texts, "emergency session": texts.query("series == 'emergency'")}
choices["regular sessions"] = texts.query("series != 'emergency'")
choices[f"since {since}"] = texts[texts["date"] >= since]
alike = pd.DataFrame(index=pd.Index(list(choices), name="texts counted"))
for state, code in [("Russia", "RUS"), ("India", "IND")]:
    # for each choice: the share of texts with the same vote
    alike[state] = [(rows["CHN"] == rows[code]).mean() for rows in choices.values()]
alike.round(2)

# %% tags=["picture"]
labels = {"texts counted": "Texts counted", "value": "Same vote (share)", "variable": "China with"}
fig = px.bar(
    alike.round(2), barmode="group", text_auto=".2f", color_discrete_map=COLOURS, labels=labels,
    orientation="h",
)  # fmt: skip
fig.update_xaxes(range=[0, 1]).update_yaxes(autorange="reversed")
present(
    fig,
    finding="Whether China votes more often like Russia or like India depends on which texts are counted.",
    caveat="The yearly texts repeat one decision: ten equal votes are not ten separate findings.",
    table=alike.round(2),
    sources=["ukraine_texts"],
)

# %% [markdown]
# In the emergency session China votes like India far more often than like Russia. In regular sessions it is
# the other way round. Over all texts there is hardly a difference. Each number is right. It would be wrong
# to print one as "how China votes on Ukraine" without its texts and years.
#
# A second choice is the **rule**. Here an abstention beside a no counts as a different vote;
# [Lesson 6b](lesson-06b-more-rulers.ipynb) compares four rules.
#
# ## Step 2. Down, and up again: votes or agenda?
#
# Now take all subjects. One line of the figure counts all texts, the other only contested ones, because
# agreeing on what nearly all support says little.

# %% tags=["picture"]
recent = agreement[(agreement["pair"] == "CHN-RUS") & agreement["year"].between(2014, 2025)]
recent = recent[recent["definition"].isin(["strict", "contested"])]
recent = recent.assign(which=recent["definition"].replace("strict", "all texts"))
labels = {"year": "Year", "value": "China and Russia, same vote (share)", "which": "Texts"}
fig = px.line(recent, x="year", y="value", color="which", line_dash="which", labels=labels)
fig.update_traces(mode="lines+markers").update_yaxes(range=[0, 1])
by_year = recent[recent["definition"] == "strict"].set_index("year")["value"]
present(
    fig,
    finding=f"On all texts agreement fell from {by_year[2021]:.2f} in 2021 to {by_year[2024]:.2f} in 2024 and was "
    f"{by_year[2025]:.2f} in 2025; on contested texts it kept falling in 2025.",
    caveat="Each year has its own texts, so a line can move although no state changed its view.",
    sources=["unga_agreement"],
)

# %% [markdown]
# Did the two states change their votes, or did other texts come to a vote?

# %% tags=["predict"]
predict("p6-2")

# %% tags=["result"]
from alignment.widgets import reveal

now = load("unga_votes").query("year == 2025")
# texts with a yes from all four
shared = now[(now[["CHN", "RUS", "GBR", "BRA"]] == "Y").all(axis=1)]
no = (shared["USA"] == "N").sum()
print(
    f"2025: China, Russia, the UK and Brazil all yes on {len(shared)} texts; the US no on {no} of these"
)
print(load("unga_votes").groupby("year").size().loc[2020:2025].to_frame("all texts"))
reveal("p6-2")

# %% [markdown]
# In 2025 about twice as many texts came to a vote as in earlier years. When one state opposes a text almost
# alone, all pairs of other states agree, and their shares rise.
#
# Now split the change from 2021 to 2024 into two parts. Many texts came to a vote in both years under the same
# title. If agreement changed on these, the likely reason is that states changed their votes. The other texts
# came to a vote in
# only one of these two years: they are the **agenda**.


# %%
votes = load("unga_votes").query("year >= 2020 and CHN != 'X' and RUS != 'X'")
votes["same"] = votes["CHN"] == votes["RUS"]
# letters only, so that yearly titles are the same
votes["title"] = votes["title"].str.lower().str.replace("[^a-z]+", " ", regex=True)
# same vote or not, by year and title
by_title = votes.drop_duplicates(["year", "title"]).set_index(["year", "title"])["same"]
one, two = by_title[2021], by_title[2024]  # change this: 2024, 2025
again = one.index.intersection(two.index)  # titles of both years
print(f"{len(again)} same titles: agreement {one[again].mean():.2f}, then {two[again].mean():.2f}")
print(f"other texts: agreement {one.drop(again).mean():.2f}, then {two.drop(again).mean():.2f}")

# %% tags=["picture"]
parts = []
for early, late in [(2021, 2024), (2024, 2025)]:
    one, two = by_title[early], by_title[late]
    again = one.index.intersection(two.index)
    both = {
        "same titles": (one[again], two[again]),
        "other texts": (one.drop(again), two.drop(again)),
    }
    for which, (before, after) in both.items():
        parts.append((f"{early} to {late}", which, round(after.mean() - before.mean(), 2)))
frame = pd.DataFrame(parts, columns=["step", "which", "change"])
labels = {"step": "Years", "change": "Change in agreement (share)", "which": "Texts"}
fig = px.bar(frame, x="step", y="change", color="which", barmode="group", labels=labels)
fig.update_traces(texttemplate="%{y:+.2f}", textposition="outside")
fig.update_yaxes(range=[-0.32, 0.32])
present(
    fig,
    finding="On the same titles agreement hardly changed; the fall to 2024 and the rise in 2025 came with the "
    "other texts, the agenda.",
    caveat="A title can stay while the text under it changes, and a new text can be an old quarrel.",
    sources=["unga_votes"],
)

# %% [markdown]
# Some of the other texts of 2024 bring new subjects on which China and Russia differ, such as autonomous
# weapons. Some bring old differences that return every second year, such as the death penalty. The rise of
# 2025 came with the many texts on which the US stood almost alone.
#
# **Quick check.** "China and Russia drifted apart from 2021 to 2024." Is the sentence right?
#
# <details><summary>Show the answer</summary>
# Their share of equal votes fell, but hardly on texts that came up in both years. So the sentence is right
# about the number and says too much about the two states.
# </details>
#
# ### By subject
#
# Up to 2019 the data name the subjects (*issues*) of a text.

# %% tags=["predict"]
predict("p6-5")

# %% tags=["result", "picture"]
coded = load("unga_votes_1946_2019").query("year >= 2014").dropna(subset=["RUS"])
rows = []
for issue in ["nuclear", "palestine", "economic", "human_rights", "colonialism", "arms_control"]:
    for state, code in [("China", "CHN"), ("United States", "USA")]:
        both = coded[coded[issue]].dropna(subset=[code])
        rows.append((issue.replace("_", " "), state, round((both["RUS"] == both[code]).mean(), 2)))
frame = pd.DataFrame(rows, columns=["issue", "state", "share"])
labels = {"issue": "Issue", "share": "Same vote as Russia (share)", "state": "State"}
fig = px.bar(frame, x="share", y="issue", color="state", barmode="group", labels=labels)
fig.update_traces(texttemplate="%{x:.2f}", textposition="outside")
fig.update_xaxes(range=[0, 1], dtick=0.5).update_yaxes(autorange="reversed")
present(
    fig,
    finding="On nuclear texts of 2014 to 2019 Russia voted more often like the US than like China.",
    caveat="One text can carry several issues, and the coding ends in 2019.",
    sources=["unga_votes_1946_2019"],
    guess="p6-5",
)

# %% [markdown]
# Many nuclear texts ask nuclear powers to disarm. China is a nuclear power too, with far fewer warheads than
# the US or Russia.

# %% [markdown]
# ## Step 3. Does China's vote decide?
#
# Claim C8 calls China's diplomatic support *critical*. A vote is **pivotal** if a different vote would
# have changed the outcome. On important questions the Assembly needs two thirds of the members
# present and voting ([UN Charter, article 18](https://www.un.org/en/about-us/un-charter/full-text)).
# Members that abstain count as not voting
# ([rules of procedure, rule 86](https://www.un.org/en/ga/about/ropga/plenary.shtml)). So only yes and
# no count.

# %% tags=["predict"]
predict("p6-3")

# %% tags=["result"]
text = texts.set_index("text").loc["ES-11/7"]  # change this: ES-11/1 to ES-11/9
# k states move: the text fails as soon as yes - k is less than 2 * (no + k),
# so k must be more than (yes - 2 * no) / 3; // divides and rounds down
print("states that must move from yes to no:", (text["yes"] - 2 * text["no"]) // 3 + 1)
reveal("p6-3")

# %% tags=["picture"]
main = texts[texts["series"] == "emergency"]
label = main["date"].dt.strftime("%b %Y") + ": " + main["subject"]
bars = main.assign(label=label.str.wrap(20).str.replace("\n", "<br>"))
bars["abstain or absent"] = bars["abstain"] + bars["absent"]
bars = bars.melt("label", ["yes", "no", "abstain or absent"], "vote", "states")
labels = {"states": "Members (states)", "label": "Text", "vote": "Vote"}
fig = px.bar(bars, x="states", y="label", color="vote", text_auto=True, labels=labels, height=720)
fig.update_xaxes(dtick=100).update_yaxes(autorange="reversed")
yes = main.set_index("text")["yes"]
present(
    fig,
    finding=f"In the emergency session {yes.min()} to {yes.max()} states said yes, depending on the text: "
    f"{yes['ES-11/1']} in March 2022 on aggression, {yes['ES-11/3']} in April 2022 on Russia's seat "
    "in the Human Rights Council.",
    caveat="The texts ask for different things, so a difference between two texts is not yet a trend.",
    table=main[["text", "date", "subject", "yes", "no", "abstain", "absent", "CHN", "USA"]],
    sources=["ukraine_texts"],
)

# %% [markdown]
# The US voted yes on every text on Ukraine to the end of 2024. Then its votes changed:
#
# | date | text | United States | China |
# |---|---|---|---|
# | February 2025 | just and lasting peace, the text of Ukraine | no | abstain |
# | February 2025 | path to peace, the text of the US, amended | abstain | abstain |
# | December 2025 | return of Ukrainian children | yes | abstain |
# | December 2025 | Chornobyl | no | no |
# | December 2025 | human rights in Crimea | yes | no |
# | February 2026 | support for lasting peace | abstain | abstain |
#
# The next panel asks: what if one state had voted otherwise? It uses the rule of two thirds for every text,
# although most texts of regular sessions need only more yes than no.

# %%
from alignment.widgets import PivotalityPane


def passes(yes, no):
    return yes >= 2 * no


# number and subject as one name
named = texts.assign(text=texts["text"] + " " + texts["subject"])
PivotalityPane(named, vote="CHN", passes=passes)  # change this: "IND" or "RUS"

# %% [markdown]
# In the Assembly China's vote decided nothing on these texts. Nor did any other single vote: by this test
# nobody's support is critical. The test does not show what company is worth to a state that would otherwise
# stand alone, or which texts were never put forward.
#
# In the Security Council one permanent member is enough to stop a draft: that is its **veto**. From 2007 to
# 2025 every veto of China was cast together with Russia.

# %% tags=["predict"]
predict("p6-4")

# %% tags=["result"]
vetoes = load("vetoes")
vetoes = vetoes[vetoes["date"].dt.year.between(2007, 2025)]  # change this: 1971
joint = (vetoes["CHN"] & vetoes["RUS"]).sum()
print(f"vetoes of China {vetoes['CHN'].sum()}, of Russia {vetoes['RUS'].sum()}, of both {joint}")
reveal("p6-4")

# %% [markdown]
# In these years "China never vetoes without Russia" is true; "Russia never vetoes without China" is
# not. A second veto shows support and changes no outcome. (Before 2007 China did veto alone.)
#
# Vetoes are rare. So take all votes of the Council in which at least one of its fifteen members did not say
# yes. The figure runs from 2014 to 4 June 2025; after that day our list of failed drafts is not complete. The
# figure leaves out the subject "Other", and subjects with fewer than five such votes.

# %% tags=["picture"]
council = load("council_votes").query("yes < 15 and topic != 'Other' and date < '2025-06-05'")
council["vote"] = (council["CHN"] == council["RUS"]).map({True: "same", False: "different"})
counts = council.groupby(["topic", "vote"]).size().unstack(fill_value=0)
counts = counts[counts.sum(axis=1) >= 5]
order = (counts["same"] / counts.sum(axis=1)).sort_values().index
counts = counts.loc[order, ["same", "different"]]
labels = {"value": "Votes (number)", "topic": "Subject", "vote": "China and Russia"}
fig = px.bar(counts, orientation="h", text_auto=True, labels=labels)
fig.update_traces(textangle=0).update_xaxes(dtick=15)
present(
    fig,
    finding="In the Council China and Russia mostly voted differently on Ukraine and Western Sahara, and mostly "
    "alike on Syria and on Israel and Palestine.",
    caveat="An abstention beside a yes and a veto beside a yes both count as different votes here.",
    table=counts,
    sources=["council_votes"],
)

# %% [markdown]
# On North Korea the two vetoed together in May 2022; in March 2024 Russia vetoed and China abstained.
# One change of vote is a hint of caution (claim C24), no proof.
#
# **Quick check.** "China blocked the UN on Ukraine." What would have to be in the tables for this to be true?
#
# <details><summary>Show the answer</summary>
# A draft on Ukraine that failed because of China's vote: a Chinese veto in the Council, or a text in the
# Assembly that failed by China's vote. Our tables hold neither (the Assembly's table lists adopted texts only).
# </details>
#
# ## Step 4. Where do third states stand?
#
# Claims C12 and C15 are about all other states, the third states. Take the texts on which China and Russia
# both said yes and the US no, or both no and the US yes. How did the third states vote? Each row gives
# their votes as shares.

# %%
third = load("unga_third_states").set_index("year")
cast = third[["with_china_russia", "with_us", "abstain"]]
# each row divided by its sum
shares = cast.div(cast.sum(axis=1), axis=0).astype(float)
shares.loc[[1992, 2012, 2022, 2024, 2025]].round(2)  # change this: add 2020

# %% tags=["picture"]
sides = {"with_china_russia": "with China and Russia", "with_us": "with the United States"}
both = shares.loc[:2025, list(sides)].rename(columns=sides).reset_index()
both = both.melt("year", var_name="side", value_name="share")
labels = {"year": "Year", "share": "Votes of third states (share)", "side": "Vote"}
fig = px.line(both, x="year", y="share", color="side", line_dash="side", labels=labels)
fig.update_yaxes(range=[0, 1])
with_two = shares["with_china_russia"]
present(
    fig,
    finding="The share of third states' votes that went with China and Russia fell from "
    f"{with_two[1992]:.0%} in 1992 to {with_two[2022]:.0%} in 2022 and jumped to {with_two[2025]:.0%} in 2025.",
    caveat=f"The texts differ from year to year: {third['texts'][1992]} texts in 1992, {third['texts'][2022]} in "
    f"2022, {third['texts'][2025]} in 2025, when the US said no to texts of all kinds.",
    table=shares.round(3).reset_index(),
    sources=["unga_third_states"],
)

# %% [markdown]
# Up to 2022 the share with the United States rose, in part because of new texts, such as those on the war.
# In 2025 the agenda changed again: the US voted no on many texts that nearly everybody supports.
# Is that evidence about China and Russia, or about the United States? The reading says that influence weakens
# through supply chains and financial systems. Votes cannot test that; lessons 5 and 7 do.
#
# Diplomacy is more than votes. In 2024 China and Brazil published six points for a peace in Ukraine.
# How many states support this plan?

# %%
pd.set_option("display.max_colwidth", None)  # show whole texts
peace = load("peace_diplomacy")
peace.dropna(subset="states")[["date", "states", "event"]]

# %% [markdown]
# One plan, four numbers: what does each count? The first two are China's own counts. The table `peace` holds
# other acts too; none is a vote:
#
# - China's paper of 2023, which does not ask Russia to withdraw
# - China's absence from the peace conference in Switzerland in 2024
# - what its foreign minister is reported to have told the EU in July 2025: a defeat of Russia is not acceptable
#   ([Ukrainska Pravda on the South China Morning Post](https://www.pravda.com.ua/eng/news/2025/07/4/7520111/))
#
# ## The other side of the table
#
# Official statements are evidence of a position, not of a fact; the rule is the same for every government.
#
# - **Kyiv.** President Zelenskyy called the plan of China and Brazil, which does not ask Russia to
#   withdraw, destructive. All who respect the Charter, he said, China too, should come to Ukraine's summit
#   ([Ukrinform via MENAFN, September 2024](https://menafn.com/1108712992/Brazil-China-Peace-Plan-On-Ukraine-To-Be-Presented-To-Global-South-Countries-Reuters)).
# - **Beijing.** After an abstention its mission said that China decides independently, on the merits,
#   and asks for talks and a ceasefire
#   ([China's mission to the UN, July 2024](http://un.china-mission.gov.cn/eng/chinaandun/securitycouncil/regionalhotspots/202407/t20240712_11453219.htm)).
# - **Brasília.** Celso Amorim, adviser of Brazil's president, said that he only proposes a way to
#   peace, and that a group of friends for peace will go on meeting
#   ([Reuters via UOL, September 2024](https://noticias.uol.com.br/ultimas-noticias/reuters/2024/09/27/china-e-brasil-seguem-com-plano-de-paz-para-ucrania-apesar-da-irritacao-de-zelenskiy.htm)).
# - **Washington.** Sarang Shidore finds that states of the Global South follow their own interests and
#   do not want to take sides. He advises Washington to press them less and to offer them more
#   ([Quincy Institute, November 2022](https://quincyinst.org/report/winning-the-majority-a-new-u-s-bargain-with-the-global-south/)).
#
# **Change the point of view.** "X is weakening American influence globally." Write China and Russia in place of
# X, then the US itself. Which numbers of this lesson would you quote for each?

# %% [markdown]
# ## Score sheet: what does this domain weigh?
#
# For each criterion give three scores: lowest, most likely and highest. Choose the ends so that the right
# score has one chance in ten of lying below the lowest, and one in ten of lying above the highest. Add one line of
# evidence. Judge the **cooperation**: what would be different if both countries existed with the same
# aims, but did not cooperate? Trade belongs to lesson 4, payments to lesson 7. Your sheet is kept in
# `my-work/` and feeds the board in lesson 8. Nobody grades it. The same in code:
# `ScoreSheet("D").set("A", 20, 35, 55, note="why I think so, with the figure I used")`.

# %%
from alignment.widgets import ScoreSheet

ScoreSheet("D")

# %% [markdown]
# ## What we can now say, how sure we are, and what we still cannot
#
# - **Well supported.** On Ukraine China votes no on the yearly text on human rights in Crimea and mostly
#   abstains in the emergency session; it never voted yes. Its vote was pivotal on none of these texts,
#   and no other state's was. From 2007 to 2025 it vetoed only together with Russia, while Russia often
#   vetoed alone.
# - **Mixed.** The agreement of China and Russia fell from 2021 to 2024 and returned in 2025; both changes came
#   mainly with a changed agenda. On contested texts agreement kept falling in 2025.
# - **Not settled here.** Why states vote as they do; what summits and protection from isolation are
#   worth.
#
# Confidence: high for votes and vetoes, moderate for trends across changing agendas, low for every
# statement about influence.
#
# ## Exercises, discussion, further reading
#
# Work exercise set 06; its link stands at the end of this page.
#
# **Discuss.** Is voting together "weakening US influence", or normal diplomacy? Who decides what is
# put to a vote? What do the US votes of 2025 do to the picture in the reading?
#
# **Read.** A summary of Andersson on China and Russia at the UN, whose figures for 2018 and 2024 fit
# ours (MERICS, November 2025); Nurullayev on three decades of votes
# ([The Diplomat](https://thediplomat.com/2023/09/in-global-battle-for-hearts-and-minds-china-and-russia-have-edge-over-us/));
# Bailey, Strezhnev and Voeten 2017 on why changing agendas make agreement hard to compare
# ([Journal of Conflict Resolution](https://doi.org/10.1177/0022002715595700)).
