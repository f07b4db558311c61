"""From what a plan says to a first draft for residents: pure rules, no database, nothing added."""
