"""Sets of files that are handed over: for each OPD, and to who takes over the office."""
