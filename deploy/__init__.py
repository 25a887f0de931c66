"""Tools that start, check and test the portal; nothing here is imported by the portal itself."""
