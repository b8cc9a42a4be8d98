"""The desk sheet: what an OPD is sent, and what its cells mean when it comes back (pure)."""
