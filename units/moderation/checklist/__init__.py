"""The check list that runs before an item is submitted.

Errors stop the submission, warnings ask for a tick (`units.moderation.submission`);
`templates/moderation/checklist.html` shows both. `adapter` reads a page into plain data, `rules` say what is
wrong with it.
"""
