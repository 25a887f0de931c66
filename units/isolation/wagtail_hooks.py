"""Registration only."""

from wagtail import hooks

from units.isolation import api, menus, pages, panels

hooks.register("construct_page_chooser_queryset", pages.own_pages_in_chooser)
hooks.register("construct_explorer_page_queryset", pages.own_pages_in_explorer)
# After Wagtail's own, which they replace.
hooks.register("construct_admin_api", api.scoped_endpoints, order=10)
hooks.register("construct_homepage_panels", panels.own_panels, order=10)
hooks.register("construct_homepage_summary_items", panels.own_summary, order=10)

for menu in ("construct_main_menu", "construct_settings_menu", "construct_reports_menu"):
    hooks.register(menu, menus.leave_out_closed, order=10)


@hooks.register("register_admin_viewset", order=10)
def page_viewset() -> pages.ScopedPageViewSet:
    return pages.ScopedPageViewSet()
