"""Which tables speak to which claim, and why none can speak to some.

tests: could show the claim wrong; context: helps to read it; counter: speaks against it.
"""

import pandas as pd

from alignment.sources.blocks import rows
from alignment.sources.raw import Raw
from alignment.sources.recipe import MADE_LICENCE, Recipe, made_basis, text

ROLES = ("tests", "context", "counter", "none")

EVIDENCE = """
claim | table | role | note
C1 | | none | an evaluation: it is the result of the lessons on weighing, not a datum
C2 | indicators_yearly | context | the domains share a trend; their yearly changes move apart
C3 | trade | tests | rose to 2024 and fell in 2025
C3 | joint_exercises | tests | patrols rose; exercises proper hardly did
C3 | arms_transfers | tests | deliveries of major arms fell
C3 | unga_agreement | tests | flat or falling, by definition
C3 | ideal_points | tests | positions came closer
C4 | timeline | context | when the two spoke of the international order
C4 | alliance_obligations | context | which duties existed before and after
C4 | ideal_points | context | positions in the UN; motives are not in any table
C5 | trade | context | dates of the changes only
C5 | unga_agreement | context | dates of the changes only
C5 | capability_index | context | the size of the United States against both
C6 | ukraine_votes | tests | no, abstention and two times yes of the United States in 2025
C6 | unga_votes_2025 | tests | how the United States votes beside China and Russia
C7 | fossil_revenue | tests | China's part of Russian fossil revenue by month
C7 | fossil_revenue_windows | tests | who bought more and who bought less
C7 | energy_imports | tests | price and quantity of China's purchases
C7 | trade | tests | goods in both directions
C7 | dependence_shares | tests | China's part of Russia's trade, by claimant
C7 | fossil_revenue_windows | counter | India's purchases grew more than China's
C8 | ukraine_tallies | tests | would China's vote have changed a result?
C8 | ukraine_votes | tests | how China voted
C8 | vetoes | tests | joint and single vetoes
C9 | questions | context | a risk: it can only be asked as a dated question
C10 | chpl_codes | tests | which goods are meant
C10 | dual_use_figures | tests | China's share under several definitions
C11 | dual_use_figures | context | what is imported; output of arms is in no open table
C11 | dual_use_figures | counter | most identified parts come from Western producers
C12 | unga_third_states | tests | with whom third states vote when the two oppose the US
C12 | opinion | context | favourable views of China and the United States
C12 | unga_third_states | counter | third states moved towards the United States, to 2021
C13 | energy_destinations_2023 | tests | where Russian energy went in 2023
C13 | gas_pipeline | tests | new capacity and its use
C13 | fossil_revenue | tests | exports moved from Europe to Asia
C13 | partner_trade | tests | trade of neighbours with China
C13 | energy_destinations_2023 | counter | Europe still took about half of pipeline gas
C14 | finance_points | tests | settlement, SWIFT and CIPS
C14 | cofer | tests | the dollar's and the yuan's part of reserves
C14 | swap_lines | tests | who can borrow yuan
C14 | treasuries | context | China's and Russia's holdings
C14 | cofer | counter | the yuan's part has fallen since 2022
C15 | memberships | context | who joined the SCO and BRICS
C15 | unga_third_states | context | outcomes, not purposes
C15 | development_finance_flows | context | commitments by year
C15 | development_finance_countries | context | largest recipients
C15 | lending_points | counter | in the release of 2025 the largest borrower is the United States
C16 | joint_exercises | tests | counts under several rules
C16 | exercise_counts_published | context | totals of others
C17 | joint_exercises | tests | where and what kind
C17 | military_spending | context | the forces that plan for it
C18 | arms_transfers | tests | deliveries by pair and year
C18 | arms_exports_total | tests | Russia's exports to all
C18 | arms_categories | tests | engines, aircraft, missiles
C18 | arms_vintages | context | how much revisions matter
C18 | arms_transfers | counter | very little in 2024
C19 | unga_agreement | context | votes cannot show aims
C19 | vetoes | context | costly acts, but not aims
C20 | unga_agreement | tests | share of different votes
C20 | unga_issues | tests | where they oppose each other
C20 | vetoes | tests | Russian vetoes without China
C20 | council_votes | tests | votes apart
C20 | limits_points | tests | payments returned, purchases stopped
C21 | trade | tests | Russia's part of China's trade
C21 | dependence_shares | tests | China's part of Russia's trade
C21 | china_world_trade | context | what is at stake for China elsewhere
C21 | trade_mirror | context | how sure the figures are
C22 | | none | it says what Beijing thinks: that needs Chinese texts
C23 | alliance_obligations | context | how long treaties lasted
C23 | disputes | context | base rate of militarised disputes
C23 | rivalries | context | how long the rivalry lasted
C23 | opinion | context | views of each other
C24 | north_korea | tests | trade and troops
C24 | arms_transfers | tests | arms from North Korea to Russia
C25 | | none | normative: it needs values and feasibility
C26 | | none | normative: it needs values and feasibility
C27 | trade_periods | tests | exports before and after the order of December 2023
C27 | listings_counts | context | how many were listed
C27 | limits_points | context | banks' caution
C27 | trade_periods | counter | evidence on threats is not evidence on inducements
C28 | | none | normative: it needs values and feasibility
"""


def claim_evidence(raw: Raw) -> pd.DataFrame:
    """Return the map from claims to tables."""
    return rows(EVIDENCE)


RECIPES = (
    Recipe(
        name="claim_evidence",
        title="Claims and the tables that speak to them",
        description="One row per claim, table and role. A claim that no table can test says so.",
        build=claim_evidence,
        fields=(
            text("claim", "number of the claim", required=True),
            text("table", "name of a table; empty if none can test the claim"),
            text(
                "role",
                "tests, context, counter (speaks against it), or none",
                values=ROLES,
                required=True,
            ),
            text("note", "what the table can say", required=True),
        ),
        key=("claim", "table", "role"),
        sources=("project",),
        licence=MADE_LICENCE,
        basis=made_basis("written for this course"),
        vintage="2026",
        coverage="all claims of table `claims`",
        foreign=(("claim", "claims", "id"),),
        kind="made",
    ),
)
