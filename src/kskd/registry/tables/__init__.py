"""Rows in and out, one module a table and what hangs on it."""
