"""Rules about laws, without a database: symbols, validity, citations."""
