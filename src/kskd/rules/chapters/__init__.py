"""What a document is judged by: one module for a subject, one rule for a function."""
