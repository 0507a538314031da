package io.haidang.gateway.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started so far; closed in the opposite order, so that a part may use all before it
 * to its end. Not thread-safe.
 */
final class Parts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  /** Makes something of parts; when that fails, those that it had are closed again. */
  static <T> T start(Function<Parts, T> make) {
    Parts parts = new Parts();
    try {
      return make.apply(parts);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  <T> T own(T part, Closer<T> closer) {
    parts.push(() -> closer.close(part));
    return part;
  }

  /** Closes every part, even when one of them fails. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("a part could not be closed", e);
      }
    }
  }

  @FunctionalInterface
  interface Closer<T> {
    void close(T part) throws Exception;
  }
}
