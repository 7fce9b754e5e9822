"""Spreadsheets in: files become cells, cells become drafts of goals, drafts become a plan."""
