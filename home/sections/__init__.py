"""What the province's home page and a unit's have in common.

Stands between the rooms whose content it gathers (news, notices, events, links) and the two home page
types above it, `home.HomePage` and `subsites.UnitHomePage`.
"""
