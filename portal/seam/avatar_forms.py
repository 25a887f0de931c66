"""The form behind the picture of an account.

What: sets `form_class` of Wagtail's `AvatarSettingsPanel`.
Reason: Wagtail's form decodes whatever Pillow can open, of any size, to make it small. Its account screen
    names the panel itself; a panel that is registered beside it would be a second one.
Versions: Wagtail 7.4
Upstream: none known
Goes when: the account screen is ours, or takes its panels from a setting.
"""

from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AvatarSettingsPanel


def use_avatar_form(form_class: type[AvatarPreferencesForm]) -> None:
    AvatarSettingsPanel.form_class = form_class
