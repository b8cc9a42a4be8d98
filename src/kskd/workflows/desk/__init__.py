"""The round of desk evaluasi: sheets out, sheets in, meetings."""
