package io.github.heddle.kernel.output;

/// Text that was printed for a request.
record PrintedText(Origin origin, Stream stream, String text) {}
