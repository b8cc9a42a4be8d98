"""Pages: what a kind says as a tree of parts, and what a format makes of it."""
