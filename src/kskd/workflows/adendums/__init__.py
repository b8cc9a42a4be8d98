"""Adendums: what the parties changed, and those whose document must first be found."""
