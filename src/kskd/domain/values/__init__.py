"""How dates, numbers, names and texts are read and written: pure values below every subject."""
