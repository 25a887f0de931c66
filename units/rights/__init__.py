"""Which role gives which rights: the table, and the groups that carry it."""
