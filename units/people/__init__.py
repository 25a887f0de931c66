"""Who belongs to which unit: memberships, invitations, and their screens."""
