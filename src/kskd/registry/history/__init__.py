"""The journal: acts, their seals, taking them back, and what erasure leaves of them."""
