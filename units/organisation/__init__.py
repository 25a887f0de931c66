"""The administration of the organisation: its registers, its map, closing a unit."""
