"""The names of the single figures: the collector's indicator, a short code, a description.

An indicator that is not listed here does not enter a table.
"""

DUAL_USE = """
indicator | series | item
China share of Russia imports of G7 high-priority (CHPL) goods | share_chpl_carnegie
    | China's share of Russia's imports of goods on the high-priority list
China monthly exports to Russia of CHPL high-priority items | chpl_monthly
    | China's monthly exports to Russia of goods on the high-priority list
China monthly exports to Russia of CHPL high-priority items (peak) | chpl_monthly
    | China's monthly exports to Russia of goods on the high-priority list
Number of HS6 codes on Common High Priority List | chpl_codes
    | Customs codes on the high-priority list
China share of Russia microelectronics imports | share_microelectronics
    | China's share of Russia's imports of microelectronics
China share of Russia machine-tool imports | share_machine_tools
    | China's share of Russia's imports of machine tools
Russia machine-tool imports, total | machine_tools_total | Russia's imports of machine tools
Russia semiconductor imports from China | semiconductors
    | Russia's imports of semiconductors from China
China share of Russia dual-use goods imports | share_dual_use_us_mission
    | China's share of Russia's imports of dual-use goods
Increase in China exports to Russia of dual-use goods | dual_use_increase
    | Increase of China's exports of dual-use goods to Russia against the year before
Russia imports of high-priority battlefield items, total | battlefield_total
    | Russia's imports of high-priority battlefield goods, all origins
Mainland China share of Russia battlefield-goods imports (country of dispatch)
    | share_dispatch_china
    | Share of Russia's imports of battlefield goods sent from mainland China
Hong Kong share of Russia battlefield-goods imports (country of dispatch) | share_dispatch_hk
    | Share of Russia's imports of battlefield goods sent from Hong Kong
Turkey share of Russia battlefield-goods imports (country of dispatch) | share_dispatch_turkiye
    | Share of Russia's imports of battlefield goods sent from Türkiye
UAE share of Russia battlefield-goods imports (country of dispatch) | share_dispatch_uae
    | Share of Russia's imports of battlefield goods sent from the Emirates
Share of Russia battlefield-goods imports made for producers headquartered in sanctioning countries
    | share_brand_coalition
    | Share of Russia's imports of battlefield goods made for firms of sanctioning countries
Share of identifiable foreign parts in Russian weapons from Western producers
    | share_parts_western
    | Share of identified foreign parts in Russian weapons that come from Western producers
Share of Russia battlefield-goods imports from coalition-headquartered producers
    | share_brand_coalition
    | Share of Russia's imports of battlefield goods made for firms of sanctioning countries
Share of Russia battlefield-goods imports from China-headquartered producers | share_brand_china
    | Share of Russia's imports of battlefield goods made for firms of China
Russia imports of battlefield goods, 10 months | battlefield_ten_months
    | Russia's imports of battlefield goods in ten months
China exports of nitrocellulose to Russia | nitrocellulose
    | China's exports of nitrocellulose to Russia
China exports of CNC machine tools to Russia, monthly | cnc_monthly
    | China's monthly exports of computer-controlled machine tools to Russia
China share of Russia CNC imports by value | share_cnc_value
    | China's share of Russia's imports of computer-controlled machine tools, by value
China share of Russia CNC machine imports (country of manufacture) | share_cnc_made
    | China's share of Russia's imports of computer-controlled machines, by place of manufacture
Russia imports of CNC machines, components and consumables | cnc_total
    | Russia's imports of computer-controlled machines, components and consumables
China share of machine tools imported by Russia (country of dispatch)
    | share_machine_tools_dispatch
    | China's share of machine tools imported by Russia, by place of dispatch (80 to 90)
China exports of fibre-optic cable to Russia, monthly | fibre_russia
    | China's monthly exports of fibre-optic cable to Russia
China exports of fibre-optic cable to Ukraine, monthly | fibre_ukraine
    | China's monthly exports of fibre-optic cable to Ukraine
China exports of lithium-ion batteries to Russia, monthly | batteries
    | China's monthly exports of lithium-ion batteries to Russia
Rustakt LLC (Russia) imports of parts from China | rustakt_parts
    | Imports of parts from China by one Russian maker of drones
China direct exports of targeted dual-use goods (CHPL) to Russia | chpl_direct
    | China's direct exports to Russia of 45 targeted dual-use goods
China exports of the 45 targeted dual-use goods to Kazakhstan and Kyrgyzstan | chpl_route
    | China's exports of the 45 targeted dual-use goods to Kazakhstan and Kyrgyzstan
"""

LISTINGS = """
indicator | series | item
Entities added to BIS Entity List in Russia-related action: located in China | us_action_china
    | Entities in China put on the US Entity List in one Russia-related action
Entities added to BIS Entity List in Russia-related action: total | us_action_total
    | Entities put on the US Entity List in one Russia-related action
Entities added to BIS trade restriction list: from China | us_action_china
    | Entities in China put on the US Entity List in one Russia-related action
OFAC targets in third-country supply networks | us_supply_networks
    | Persons and entities of supply networks in third countries put under US sanctions
US sanctions on two Chinese groups supplying nitrocellulose | us_nitrocellulose
    | Chinese groups put under US sanctions for supplying nitrocellulose
Chinese persons added to OFAC SDN List (all programs) | sdn_china
    | Chinese persons put on the US SDN List, all reasons
Chinese persons added to BIS Entity List (all reasons) | entity_china
    | Chinese persons put on the US Entity List, all reasons
Russian persons added to OFAC SDN List | sdn_russia | Russian persons put on the US SDN List
Russian persons added to BIS Entity List | entity_russia
    | Russian persons put on the US Entity List
All persons added to OFAC SDN List | sdn_all | All persons put on the US SDN List
All persons added to BIS Entity List | entity_all | All persons put on the US Entity List
Chinese persons added to SDN List, Trump administration | sdn_china_term
    | Chinese persons put on the US SDN List in one president's term
Chinese persons added to Entity List, Trump administration | entity_china_term
    | Chinese persons put on the US Entity List in one president's term
Chinese persons added to SDN List, Biden administration | sdn_china_term
    | Chinese persons put on the US SDN List in one president's term
Chinese persons added to Entity List, Biden administration | entity_china_term
    | Chinese persons put on the US Entity List in one president's term
Chinese persons on SDN List (stock) | sdn_china_stock | Chinese persons on the US SDN List
Chinese persons on BIS Entity List (stock) | entity_china_stock
    | Chinese persons on the US Entity List
Chinese persons on CMIC List (stock) | cmic_china_stock
    | Chinese firms on the US list of military-industrial companies
Organizations added to Entity List in relation to the Ukraine war since 2022 | entity_war_total
    | Organisations put on the US Entity List because of the war since 2022
Hong Kong companies in US Russia-related sanctions of 12 Jun 2024 | us_action_hk
    | Hong Kong companies in one Russia-related US action
China and Hong Kong companies in US Russia-related sanctions of 1 May 2024
    | us_action_china_hk | Companies in China and Hong Kong in one Russia-related US action
Chinese banks listed in EU 18th sanctions package | eu_banks
    | Chinese banks in the 18th EU package
Chinese entities put on the EU asset-freeze list in the 19th sanctions package | eu_freeze
    | Chinese entities under asset freeze in the 19th EU package
UK listings: Chinese refinery and ports | uk_refinery
    | Chinese refinery put under UK sanctions
Entities in China (with Hong Kong) on the EU export-restriction list, 19th package | eu_export
    | Entities in China and Hong Kong under export restriction in the 19th EU package
US general licence for Russian oil already loaded, length | us_licence_days
    | Length of the US licence for Russian oil already loaded
"""

FINANCE = """
indicator | series | item
CNY share of Russian export settlements | cny_exports
    | Yuan's share of payments for Russian exports
CNY share of Russian import settlements | cny_imports
    | Yuan's share of payments for Russian imports
USD+EUR share of Russian export settlements | usd_eur_exports
    | Dollar and euro share of payments for Russian exports
USD+EUR share of Russian import settlements | usd_eur_imports
    | Dollar and euro share of payments for Russian imports
RUB share of Russian export settlements | rub_exports
    | Rouble's share of payments for Russian exports
RUB+friendly-currency share of Russian export settlements | rub_friendly_exports
    | Share of rouble and currencies of non-sanctioning states in payments for Russian exports
RUB+friendly-currency share of Russian import settlements | rub_friendly_imports
    | Share of rouble and currencies of non-sanctioning states in payments for Russian imports
RUB share of Russian import payments | rub_imports
    | Rouble's share of payments for Russian imports
Unfriendly-currency share of Russian import payments | unfriendly_imports
    | Share of sanctioning states' currencies in payments for Russian imports
Friendly-currency (mostly CNY) share of Russian import payments | friendly_imports
    | Share of non-sanctioning states' currencies (mostly yuan) in payments for Russian imports
RUB+CNY share of Russia-China settlements | bilateral
    | Share of rouble and yuan in trade between Russia and China
Russian exports to Asia: share paid in RUB | rub_asia
    | Share of Russian exports to Asia paid in roubles
RMB share of global payments by value (SWIFT) | swift_rmb
    | Yuan's share of world payments through SWIFT
RMB share of global payments by value (SWIFT): record | swift_rmb
    | Yuan's share of world payments through SWIFT
USD share of global payments by value (SWIFT) | swift_usd
    | Dollar's share of world payments through SWIFT
EUR share of global payments by value (SWIFT) | swift_eur
    | Euro's share of world payments through SWIFT
RMB share of global trade finance (SWIFT) | swift_trade_finance
    | Yuan's share of world trade finance through SWIFT
CIPS value processed | cips_value | Value settled by China's payment system CIPS
CIPS transactions | cips_transactions | Transactions of CIPS
CIPS direct participants | cips_direct | Direct participants of CIPS
CIPS indirect participants | cips_indirect | Indirect participants of CIPS
CIPS participants (direct+indirect) | cips_all | All participants of CIPS
RMB cross-border payments and receipts | rmb_cross_border
    | Payments and receipts in yuan across China's border
Official gold reserves: China | gold_china | Official gold of China
Official gold reserves: Russia | gold_russia | Official gold of Russia
Official gold reserves: United States | gold_us | Official gold of the United States
Central bank net gold purchases, world | gold_purchases
    | Net purchases of gold by all central banks
USD share of world reserves (COFER, new methodology) | reserves_usd_new
    | Dollar's share of world reserves, IMF's new method
RMB share of world reserves (COFER, new methodology) | reserves_rmb_new
    | Yuan's share of world reserves, IMF's new method
"""

ENERGY = """
indicator | series | item
China crude oil imports from Russia | crude_russia | China's imports of crude oil from Russia
China crude oil imports from Russia, value | crude_russia_value
    | Value of China's imports of crude oil from Russia
China crude oil imports from Saudi Arabia | crude_saudi
    | China's imports of crude oil from Saudi Arabia
China crude oil imports from Russia, value, growth | crude_russia_growth
    | Growth of the value of China's imports of crude oil from Russia
EU share of Russian fossil fuel exports, first war year | eu_share_war_year
    | EU's share of Russian fossil fuel revenue in the first year of the war
China LNG imports from Russia | lng_russia | China's imports of LNG from Russia
China crude oil imports, total | crude_all | China's imports of crude oil from all origins
China gas imports, total | gas_all | China's imports of gas from all origins
Russia share of China crude oil imports | crude_share
    | Russia's share of China's imports of crude oil
EU share of Russia fossil fuel export revenue, first 100 days | eu_share_100_days
    | EU's share of Russian fossil fuel revenue in the first 100 days of the war
"""

LENDING = """
indicator | series | item
China official-sector loans and grants, world total | official_world
    | China's official loans and grants to all countries
China official-sector credit to United States | official_usa
    | China's official credit to borrowers in the United States
China official-sector credit to Russia | official_russia | China's official credit to Russia
China official-sector credit to Australia | official_australia
    | China's official credit to Australia
China official-sector credit to European Union members | official_eu
    | China's official credit to members of the European Union
China official-sector credit to Venezuela | official_venezuela
    | China's official credit to Venezuela
China official-sector credit to Pakistan | official_pakistan
    | China's official credit to Pakistan
China official lending in 2023 | official_year | China's official lending in one year
BRI new construction contracts and investments | belt_road_contracts
    | New contracts and investments under the Belt and Road
China trade with BRI partner countries | belt_road_trade
    | China's trade with Belt and Road partners
Countries that signed BRI cooperation documents | belt_road_countries
    | Countries with a Belt and Road agreement
BRICS members share of world GDP (PPP) | brics_gdp
    | BRICS members' share of world output at purchasing power
"""

LIMITS = """
indicator | series | item
China exports to Russia, growth | exports_growth
    | Change of China's exports to Russia against the same month a year before
Russia total imports, growth | imports_growth | Change of all Russian imports against a year before
Share of Russia-to-China payments returned to senders, end of March | payments_returned
    | Share of payments from Russia to China that banks sent back
Chinese banks that stopped taking yuan payments from Russia | banks_stopped
    | Chinese banks named as no longer taking yuan payments from Russia
Russia share of China total imports | share_of_imports | Russia's share of all imports of China
Russia share of China total exports | share_of_exports | Russia's share of all exports of China
China exports of vehicles to Russia, growth, Jan-Nov 2025 | vehicles_growth
    | Change of China's exports of vehicles to Russia against a year before
Chinese state oil majors suspended purchases of seaborne Russian oil after US sanctions on Rosneft
    and Lukoil | oil_suspended
    | China's state oil companies suspend purchases of seaborne Russian oil (1 = yes)
"""
