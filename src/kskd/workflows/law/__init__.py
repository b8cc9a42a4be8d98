"""Asking the rules: findings, deadlines, clocks, reminders, explanations."""
