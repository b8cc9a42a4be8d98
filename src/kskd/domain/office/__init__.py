"""The office itself: persons who hold an office, and the papers that it gives."""
