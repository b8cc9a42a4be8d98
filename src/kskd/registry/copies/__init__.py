"""Copies of the registry: backups, their rotation, and the whole as rows."""
