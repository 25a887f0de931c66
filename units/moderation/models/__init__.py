"""What the reviews keep: their tasks, the steps of each item, and the ledger."""

from units.moderation.models.ledger import Decision, LedgerEntry
from units.moderation.models.people import Delegation, MailPreference, PendingMail
from units.moderation.models.steps import Barred, ReturnReason, ReviewStep, Stage
from units.moderation.models.tasks import BoardReview, ReviewTask, UnitReview

__all__ = [
    "Barred",
    "BoardReview",
    "Decision",
    "Delegation",
    "LedgerEntry",
    "MailPreference",
    "PendingMail",
    "ReturnReason",
    "ReviewStep",
    "ReviewTask",
    "Stage",
    "UnitReview",
]
