"""Rules of the reviews, without a database: who decides, what a substantial edit is, how a moment is told."""
