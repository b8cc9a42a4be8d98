"""The law as data: facts about one document in, a verdict out."""
