"""Pages and figures of a period."""
