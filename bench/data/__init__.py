"""Made-up data for the benchmarks: one commune at work for a year, the same rows at every run."""
