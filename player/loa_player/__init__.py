"""The loudspeaker-side program: obeys signed orders, proves what it played."""

VERSION = "0.1.0"
