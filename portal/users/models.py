"""The portal's user: Django's, with a Vietnamese name in the order people write it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.contrib.auth.models import UserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from portal.seam.session_hash import UserWithBoundSessions
from portal.users.rules.mail_addresses import KEY_LENGTH, address_key, normal_address

# How long the link to a new address works, and the link at the old one that takes the change back.
PROOF_HOURS = 24
UNDO_DAYS = 14
ADDRESS_TAKEN = _(
    "Địa chỉ thư này đã thuộc về một tài khoản khác. Hãy dùng địa chỉ khác, hoặc báo quản trị hệ thống."
)


class UserQuerySet(models.QuerySet["User"]):
    def with_address(self, address: str) -> UserQuerySet:
        """Accounts of this mail address, in whatever spelling: one, or several that are not settled yet."""
        key = address_key(address)
        if key is None:
            return self.none()
        unsettled = Q(email_key=None, email__iexact=normal_address(address))
        return self.filter(Q(email_key=key) | unsettled)

    def unsettled(self) -> UserQuerySet:
        """Accounts whose address another one has, too: from before addresses had to differ."""
        return self.filter(email_key=None).exclude(email="")

    def update(self, **values: Any) -> int:
        """Not for addresses: only `save` compares, tells and logs them."""
        if "email" in values:
            raise TypeError("a mail address is changed by saving the account")
        return super().update(**values)

    def bulk_create(self, objs: Iterable[User], *args: Any, **kwargs: Any) -> list[User]:
        users = list(objs)
        for user in users:
            user.take_address()
        return super().bulk_create(users, *args, **kwargs)


class PortalUserManager(UserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    use_in_migrations = False


class User(UserWithBoundSessions):
    """A member of staff. Citizens have no accounts."""

    full_name = models.CharField(_("họ và tên"), max_length=120, blank=True)
    # One spelling of `email`, so that the database refuses a second account of it. Empty without an address,
    # and where two accounts had the same one before that was refused.
    email_key = models.CharField(  # noqa: DJ001 (many accounts may have none)
        max_length=KEY_LENGTH, unique=True, null=True, editable=False
    )
    session_stamp = models.CharField(max_length=16, blank=True, editable=False)
    second_factor_due = models.BooleanField(default=False, editable=False)
    activated_at = models.DateTimeField(null=True, editable=False)
    unused_notice_at = models.DateTimeField(null=True, editable=False)

    # As it stands in the database; a deferred column counts as switched on, and as nobody's rights.
    _was_active = True
    was_superuser = False
    was_email: str | None = None
    # Whoever changes the address and tells the person himself says so here before saving.
    told_of_address = False

    objects: ClassVar[PortalUserManager] = PortalUserManager()

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any]) -> User:
        user = super().from_db(db, field_names, values)
        user._was_active = user.__dict__.get("is_active", True)
        user.was_superuser = user.__dict__.get("is_superuser", False)
        user.was_email = user.__dict__.get("email")
        return user

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        super().refresh_from_db(*args, **kwargs)
        self.was_email = self.__dict__.get("email")

    def clean(self) -> None:
        super().clean()
        if self.changes_address:
            self.take_address()

    @property
    def changes_address(self) -> bool:
        return self._state.adding or self.__dict__.get("email", self.was_email) != self.was_email

    def take_address(self) -> None:
        """Give the address its stored form and key. Raises ValidationError when it is another account's."""
        self.email = normal_address(self.email)
        key = address_key(self.email)
        if key is not None and self.is_address_of_another(self.email):
            raise ValidationError({"email": ADDRESS_TAKEN})
        self.email_key = key

    def is_address_of_another(self, address: str) -> bool:
        """Whether another account has it, signs in by it, or may still take it back."""
        key = address_key(address)
        others = User.objects.exclude(pk=self.pk)
        if others.filter(Q(email_key=key) | Q(username__iexact=normal_address(address))).exists():
            return True
        if any(
            address_key(email) == key
            for email in others.unsettled().values_list("email", flat=True)
        ):
            return True
        kept = (
            MailChange.objects.undoable().exclude(user=self.pk).values_list("old_email", flat=True)
        )
        return any(address_key(email) == key for email in kept)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Compare a new address with all others, and start the count of unused days anew when somebody
        switches an account on again.

        Here, so that it holds for every screen and command that can do so.
        """
        fields = kwargs.get("update_fields")
        if self.changes_address and (fields is None or "email" in fields):
            self.take_address()
            if fields is not None:
                kwargs["update_fields"] = {*fields, "email_key"}
        if self.is_active and not self._was_active:
            self.activated_at = timezone.now()
            self.unused_notice_at = None
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {
                    *kwargs["update_fields"],
                    "activated_at",
                    "unused_notice_at",
                }
        super().save(*args, **kwargs)
        self._was_active = self.is_active
        if fields is None or "email" in fields:
            self.was_email = self.__dict__.get("email", self.was_email)
            self.told_of_address = False

    def get_full_name(self) -> str:
        """Family name first, as Vietnamese names are; Django would join given name first."""
        return self.full_name or f"{self.last_name} {self.first_name}".strip()

    def get_short_name(self) -> str:
        return self.get_full_name().rsplit(" ", 1)[-1] or self.username

    @property
    def last_used_at(self) -> datetime:
        """When the account was last signed in to, made, or switched on again."""
        moments = [self.last_login, self.activated_at, self.date_joined]
        return max(moment for moment in moments if moment is not None)

    def end_sessions(self) -> None:
        """Sign this user out everywhere, from the next request on; the caller saves."""
        self.session_stamp = get_random_string(16)

    def session_binding(self) -> str:
        return self.session_stamp


class MailChangeQuerySet(models.QuerySet["MailChange"]):
    def undoable(self) -> MailChangeQuerySet:
        """The old address may still take them back."""
        since = timezone.now() - timedelta(days=UNDO_DAYS)
        recent = Q(confirmed_at__gt=since) | Q(confirmed_at=None, asked_at__gt=since)
        return self.filter(recent, undone_at=None).exclude(old_email="")


class MailChange(models.Model):
    """A wish to change the mail address of an account: asked for, proved by a link, taken back.

    `nonce` stands in the links, so that they end with the row's next state.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="mail_changes")
    old_email = models.EmailField(blank=True)
    new_email = models.EmailField()
    nonce = models.CharField(max_length=32)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    objects: ClassVar[MailChangeQuerySet] = MailChangeQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.old_email} → {self.new_email}"

    @property
    def is_waiting(self) -> bool:
        """Nobody has opened the link at the new address yet, and it still works."""
        recent = self.asked_at > timezone.now() - timedelta(hours=PROOF_HOURS)
        return recent and self.confirmed_at is None and self.undone_at is None


class OpenSession(models.Model):
    """A session of an account, so that its owner can see where he is signed in.

    What a session holds and when it ends stands in the session alone; a row whose session is gone goes, too.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="open_sessions")
    session_key = models.CharField(max_length=40, unique=True)
    began_at = models.DateTimeField(default=timezone.now)
    address = models.CharField(max_length=45, blank=True)
    user_agent = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.user_id}: {self.began_at}"


class Throttle(models.Model):
    """How often something was tried since a moment; see `portal.users.limits`."""

    key = models.CharField(max_length=80, unique=True)
    since = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.key
