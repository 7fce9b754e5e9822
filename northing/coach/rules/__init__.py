"""The coach's rules: words and filled fields in, findings out. No database, clock or network."""
