"""Recording documents, parties, units and targets, and finding them again."""
