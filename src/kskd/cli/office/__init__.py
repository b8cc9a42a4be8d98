"""Commands for the registry as a whole."""
