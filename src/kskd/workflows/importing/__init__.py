"""Taking the lists of an office's sheets into the registry, as one act."""
