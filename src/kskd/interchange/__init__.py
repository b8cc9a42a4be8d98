"""Files of others, in and out: read with bounds and places, written whole or not at all."""
