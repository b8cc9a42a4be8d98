"""Tests of ``kskd.pages``."""
