"""Addresses of the members screen, below the administration."""

from django.urls import path

from units.people import accept_views, views

urlpatterns = [
    path("thanh-vien/", views.index, name="members_index"),
    path("thanh-vien/moi/", views.invite_member, name="members_invite"),
    path("thanh-vien/<int:pk>/", views.edit_member, name="members_edit"),
    path("thanh-vien/<int:pk>/thu-hoi/", views.remove_member, name="members_remove"),
    path("thanh-vien/<int:pk>/dat-lai-xac-thuc/", views.reset_factor, name="members_reset"),
    path("thanh-vien/loi-moi/", views.invitations, name="members_invitations"),
    path(
        "thanh-vien/loi-moi/<int:pk>/gui-lai/",
        views.resend_invitation,
        name="invitation_resend",
    ),
    path(
        "thanh-vien/loi-moi/<int:pk>/rut-lai/",
        views.withdraw_invitation,
        name="invitation_withdraw",
    ),
]

# For people who are not signed in: outside the administration's own check, in `portal.urls`.
open_urlpatterns = [
    path(
        "tai-khoan/loi-moi/<str:token>/",
        accept_views.accept_invitation,
        name="invitation_accept",
    ),
]
