"""Tests of lists that are not of documents."""
