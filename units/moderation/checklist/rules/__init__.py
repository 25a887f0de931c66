"""What the check list asks of an item, without a database: plain data in, findings out."""
