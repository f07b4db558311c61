"""One message in the form of each channel. Everything here works on plain values; nothing is stored."""
