package io.github.heddle.report;

/// The guides on concurrency whose lessons findings apply.
enum Source {
  /// Python Concurrency: Comparing Async, Multithreading, and Multiprocessing.
  COMPARING,
  /// Python Concurrency: asyncio, threading, and multiprocessing.
  OVERVIEW,
  /// Concurrency In Python: Multiprocessing vs Multithreading vs Asynchronous.
  TRADE_OFFS,
  /// Python Concurrency Programming.
  WHEN_TO_USE,
  /// No guide: the measurement alone says it.
  MEASUREMENT
}
