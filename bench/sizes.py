"""How much of everything is measured: the same for Heddle and for the peers."""

EMPTY_TASKS = 100_000
SLEEPERS = 100_000
PROCESS_TASKS = 20_000
TRANSFER_BYTES = 32 << 20
TRANSFERS = 5
