"""The texts of the sample province: data files (`portal/demo/data`) and what reads them, without a database.

Every person, telephone number, mail address and house number is invented; names of bodies, places
and laws are real.
"""
