"""What Python does with the same work; prints one number. Run as a program, as worker processes
that are spawned import their functions from a file: python3 peers.py NAME."""

import asyncio
import multiprocessing
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import sizes


def nothing(_=None):
    return None


def same(value):
    return value


def thread_pool():
    """Microseconds for each empty task."""
    with ThreadPoolExecutor(4) as pool:
        began = time.perf_counter()
        futures = [pool.submit(nothing) for _ in range(sizes.EMPTY_TASKS)]
        for future in futures:
            future.result()
        return (time.perf_counter() - began) * 1e6 / sizes.EMPTY_TASKS


def sleepers():
    """Seconds until all have slept for one."""
    async def sleep_all():
        await asyncio.gather(*(asyncio.sleep(1) for _ in range(sizes.SLEEPERS)))
    began = time.perf_counter()
    asyncio.run(sleep_all())
    return time.perf_counter() - began


def spawn():
    """Milliseconds until a new process has done its first task."""
    began = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.apply(nothing)
        return (time.perf_counter() - began) * 1e3


def process_pool():
    """Microseconds for each empty task, handed out one by one."""
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(nothing, range(100), chunksize=1)
        began = time.perf_counter()
        pool.map(nothing, range(sizes.PROCESS_TASKS), chunksize=1)
        return (time.perf_counter() - began) * 1e6 / sizes.PROCESS_TASKS


def transfer():
    """Megabytes per second, there and back: plain bytes, which Python sends fastest."""
    value = bytes(sizes.TRANSFER_BYTES)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.apply(same, (value,))
        began = time.perf_counter()
        for _ in range(sizes.TRANSFERS):
            assert len(pool.apply(same, (value,))) == len(value)
        took = time.perf_counter() - began
    return 2 * sizes.TRANSFERS * sizes.TRANSFER_BYTES / 1e6 / took


if __name__ == "__main__":
    print({peer.__name__: peer for peer in (
        thread_pool, sleepers, spawn, process_pool, transfer)}[sys.argv[1]]())
