"""Sheets of offices as they are: where the list stands, what each column is, and what each row says."""
