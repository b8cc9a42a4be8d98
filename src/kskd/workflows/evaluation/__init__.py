"""Evaluating a document in a period, its instrument, its score and its gaps."""
