"""What must exist twice for speed: laws of the domain said again in SQL, each held equal by a property test."""
