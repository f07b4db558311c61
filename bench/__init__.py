"""The benchmarks of Loa. A file here that holds a function `run` is one of them: `./loa bench NAME`."""
