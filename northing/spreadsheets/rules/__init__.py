"""What cells mean. Pure: no clock, no database, no files."""
