"""What reads the texts of the sample province (`portal/demo/data`), and what several loaders need of them.

Every person, telephone number, mail address and house number is invented; names of bodies, places
and laws are real.
"""
