"""Faults made on purpose: what a crash, a full disk, a signal or a hostile file may do, and may not."""
