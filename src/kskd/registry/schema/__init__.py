"""Tables, checks and journal triggers, as append-only steps."""
