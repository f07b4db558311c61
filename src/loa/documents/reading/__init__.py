"""From a file to numbered lines. Django-free: the readers run in a limited child process."""
