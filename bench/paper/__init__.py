"""A plan of twenty pages, on paper of two kinds, and the process that reads it for the benchmark."""
