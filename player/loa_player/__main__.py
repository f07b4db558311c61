"""`python -m loa_player`."""

from loa_player.cli import main

raise SystemExit(main())
