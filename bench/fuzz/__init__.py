"""Coverage-guided fuzzing of every reader and of the extraction, by hand and for as long as one likes."""
