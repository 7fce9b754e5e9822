"""Choosing the method: what the words suggest, what the answers to the contrasts decide."""
