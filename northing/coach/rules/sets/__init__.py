"""Goals seen together: an objective with its key results, a person's load, what others chase."""
