"""Tests of the use cases, through the command line."""
