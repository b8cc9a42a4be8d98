"""Pages beside what the registry said when they were made."""
