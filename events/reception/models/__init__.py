"""Rows and pages of citizen reception."""

from events.reception.models.pages import ReceptionIndexPage
from events.reception.models.records import ReceptionDay, RegularHours

__all__ = ["ReceptionDay", "ReceptionIndexPage", "RegularHours"]
