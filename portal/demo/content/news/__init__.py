"""News of the sample: templates grouped by topic, and the generator that fills them."""
