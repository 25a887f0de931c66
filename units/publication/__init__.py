"""What the portal itself may make public without the two reviews."""
