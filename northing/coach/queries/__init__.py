"""What the coach has kept, always for a viewer."""
