"""The registry file: what it refuses, what it keeps, and what it survives."""
