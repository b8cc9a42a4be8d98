"""The values of kerja sama daerah and their laws: pure, standard library only, no clock, no files."""
