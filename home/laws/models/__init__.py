"""Laws, and the citations of them that pages hold."""

from .law import Amendment, Lapse, Law
from .references import LawReference, LawReferenceQuerySet

__all__ = ["Amendment", "Lapse", "Law", "LawReference", "LawReferenceQuerySet"]
