"""Work schedules: a page for each week of a unit, what each amendment left behind, and who may publish."""

from events.schedules.models.index import WorkScheduleIndexPage
from events.schedules.models.pages import WorkSchedulePage
from events.schedules.models.records import LeaderPublication, ScheduleVersion

__all__ = ["LeaderPublication", "ScheduleVersion", "WorkScheduleIndexPage", "WorkSchedulePage"]
