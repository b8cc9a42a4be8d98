"""Reading across tables: listing, the document in full, cases for the rules, counts."""
