"""The cooperation document (naskah): what it is, its chain, term, status, adendums and end."""
