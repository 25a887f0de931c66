from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class IsolationConfig(AppConfig):
    name = "units.isolation"
    label = "isolation"
    verbose_name = _("Phạm vi đơn vị")

    def ready(self) -> None:
        from portal.core.pages import BasePage
        from units.isolation import files, titles
        from units.isolation.checks import check_admin_models
        from units.scope.forms import ScopedPageForm

        BasePage.base_form_class = ScopedPageForm
        files.install_policies()
        titles.install()
        checks.register(check_admin_models)
