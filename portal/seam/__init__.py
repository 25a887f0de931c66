"""The seam: all that the portal does to its libraries besides asking them by their documented names.

The lowest floor of the house: it imports nothing of ours. One small module holds one subject, begins with a
docstring of one shape (tests/seam/test_shape.py reads it) and gives the rooms a public, typed name. A private
name of another package stands nowhere else (tests/architecture/test_private_names.py). See
docs/decisions/0024-one-seam.md.
"""
