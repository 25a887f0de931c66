"""Addresses of the reception's own screens, below the administration."""

from django.urls import path

from events.reception.screens import acts, planning, report

urlpatterns = [
    path("tiep-cong-dan/cong-bo/", acts.announce, name="reception_announce"),
    path("tiep-cong-dan/hoan/", acts.postpone, name="reception_postpone"),
    path("tiep-cong-dan/da-tiep/", acts.hold, name="reception_hold"),
    path("tiep-cong-dan/lap-lich/", planning.plan, name="reception_plan"),
    path("tiep-cong-dan/bao-cao/", report.report, name="reception_report"),
]
