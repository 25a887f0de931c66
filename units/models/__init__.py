"""The organisation, and who belongs to which part of it."""

from units.models.membership import Invitation, Membership, Role, RolePeriod
from units.models.organisation import Official, Unit

__all__ = ["Invitation", "Membership", "Official", "Role", "RolePeriod", "Unit"]
