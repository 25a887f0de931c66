"""What other rooms may listen to."""

from django.dispatch import Signal

# Sent once for each law and day on which it ceases to be in force, wholly or (`is_partial`) in part.
# Arguments: law (home.laws.models.Law), day (date), is_partial (bool). A receiver that raises is called
# again by the next run, so it must be idempotent too.
law_lapsed = Signal()
