"""Teaches people to write good goals: what a statement says, what it lacks, and how to mend it."""
