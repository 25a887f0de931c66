"""The texts of the sample province: plain Python, no Django, so that they can be read and tested alone.

Every person, telephone number, mail address and house number is invented; names of bodies, places
and laws are real.
"""
