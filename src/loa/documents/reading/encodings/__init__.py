"""Vietnamese letters written in the codes from before Unicode, recognised by what they spell."""
