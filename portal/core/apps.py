from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "portal.core"
    label = "core"
    verbose_name = _("Nền tảng")

    def ready(self) -> None:
        from portal.core.checks import retired_variables
        from portal.core.text.differences import stretches
        from portal.seam.inline_scripts import replace_inline_scripts
        from portal.seam.text_differences import compare_by_stretches

        compare_by_stretches(stretches)
        checks.register(retired_variables)
        replace_inline_scripts()
