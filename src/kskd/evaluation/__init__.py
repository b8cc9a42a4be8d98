"""The instrument, the score and the roll-up: pure figures from answers."""
