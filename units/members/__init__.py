"""The members screen: who belongs to a unit, who was invited, and how an invitation is accepted."""
