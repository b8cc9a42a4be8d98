"""What falls due, and when: one module for a subject."""
