package io.haidang.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged while it is open, at the levels that an operator gets, stack traces
 * included. Safe for concurrent use.
 */
public final class CapturedLog implements AutoCloseable {

  /** Shorter texts may occur in a log by chance. */
  private static final int SHORTEST = 12;

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(
              event.getFormattedMessage()
                  + System.lineSeparator()
                  + pairs(event)
                  + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
      };

  public CapturedLog() {
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.addAppender(appender);
  }

  /** What programs read beside the message. */
  private static String pairs(ILoggingEvent event) {
    return event.getKeyValuePairs() == null
        ? ""
        : event.getKeyValuePairs() + System.lineSeparator();
  }

  /** Remembers each line of a text that must never be logged. */
  public void keepSecret(String text) {
    text.lines().map(String::strip).filter(line -> line.length() >= SHORTEST).forEach(secrets::add);
  }

  public Collection<String> lines() {
    return List.copyOf(lines);
  }

  public void assertKeptSecrets() {
    String all = String.join("", lines);
    assertThat(secrets).noneMatch(all::contains);
  }

  /** The same of anything else that strangers to the texts may read. */
  public void assertKeptSecretsIn(String text) {
    assertThat(secrets).noneMatch(text::contains);
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    appender.stop();
  }
}
