"""Addresses of the administration's screens for units' sites."""

from django.urls import path

from units.subsites import views

urlpatterns = [
    path("trang-don-vi/", views.index, name="subsites_index"),
    path("trang-don-vi/mo/", views.open_unit, name="subsites_open"),
    path("trang-don-vi/<int:pk>/bo-sung/", views.repair_unit, name="subsites_repair"),
    path("trang-don-vi/<int:pk>/dong/", views.close_unit, name="subsites_close"),
    path("trang-don-vi/<int:pk>/mo-lai/", views.reopen_unit, name="subsites_reopen"),
]
