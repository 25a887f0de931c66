"""Jobs of this room: a worker imports this module and knows them."""

from units.people.mail import send_invitation

__all__ = ["send_invitation"]
