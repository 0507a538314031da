package io.haidang.gateway.traces;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once when the collector takes nothing any more, and once when it does again.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> the exporter, until {@link
 * #shutdown}.
 */
final class CollectorWatch implements SpanExporter {

  private static final Logger LOG = LoggerFactory.getLogger(CollectorWatch.class);

  private final SpanExporter exporter;
  private final URI endpoint;
  private final AtomicBoolean away = new AtomicBoolean();

  CollectorWatch(SpanExporter exporter, URI endpoint) {
    this.exporter = exporter;
    this.endpoint = endpoint;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(() -> note(result.isSuccess()));
  }

  private void note(boolean taken) {
    if (away.compareAndSet(taken, !taken)) {
      if (taken) {
        LOG.info("traces: {} takes them again", endpoint);
      } else {
        LOG.warn("traces: {} does not take them; they are dropped until it does", endpoint);
      }
    }
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
