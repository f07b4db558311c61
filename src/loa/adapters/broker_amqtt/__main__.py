"""`python -m loa.adapters.broker_amqtt CONFIG`: the broker as a process of its own."""

import sys
from pathlib import Path

from loa.adapters.broker_amqtt.serving import main

if len(sys.argv) != 2:
    sys.stderr.write("python -m loa.adapters.broker_amqtt CONFIG\n")
    raise SystemExit(2)
raise SystemExit(main(Path(sys.argv[1])))
