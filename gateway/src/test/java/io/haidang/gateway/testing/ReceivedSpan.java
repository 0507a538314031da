package io.haidang.gateway.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A span as a collector reads it ({@code opentelemetry/proto/trace/v1/trace.proto}).
 *
 * @param parentId empty when it is the first of its trace
 * @param attributes strings and whole numbers
 * @param resource attributes of the process
 * @param remarks events, links, and whatever else a span can hold but an operator does not see
 *     above
 */
public record ReceivedSpan(
    String traceId,
    String spanId,
    String parentId,
    String name,
    int kind,
    long startNanos,
    long endNanos,
    boolean isFailed,
    Map<String, String> attributes,
    Map<String, String> resource,
    int remarks) {

  private static final int ERROR = 2;

  public String attribute(String key) {
    return attributes.getOrDefault(key, "");
  }

  public boolean isNamed(String wanted) {
    return name.equals(wanted);
  }

  /** All spans of an {@code ExportTraceServiceRequest}. */
  static List<ReceivedSpan> read(byte[] request) {
    List<ReceivedSpan> spans = new ArrayList<>();
    for (byte[] resourceSpans : ProtobufMessage.of(request).messages(1)) {
      ProtobufMessage of = ProtobufMessage.of(resourceSpans);
      Map<String, String> resource =
          attributes(ProtobufMessage.of(of.messages(1).get(0)).messages(1));
      for (byte[] scopeSpans : of.messages(2)) {
        for (byte[] span : ProtobufMessage.of(scopeSpans).messages(2)) {
          spans.add(read(ProtobufMessage.of(span), resource));
        }
      }
    }
    return spans;
  }

  private static ReceivedSpan read(ProtobufMessage span, Map<String, String> resource) {
    return new ReceivedSpan(
        hex(span.bytes(1)),
        hex(span.bytes(2)),
        hex(span.bytes(4)),
        text(span.bytes(5)),
        (int) span.number(6),
        span.number(7),
        span.number(8),
        ProtobufMessage.of(span.bytes(15)).number(3) == ERROR,
        attributes(span.messages(9)),
        resource,
        span.messages(11).size()
            + span.messages(13).size()
            + span.bytes(3).length
            + ProtobufMessage.of(span.bytes(15)).bytes(2).length);
  }

  private static Map<String, String> attributes(List<byte[]> pairs) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (byte[] pair : pairs) {
      ProtobufMessage read = ProtobufMessage.of(pair);
      ProtobufMessage value = ProtobufMessage.of(read.bytes(2));
      attributes.put(
          text(read.bytes(1)),
          value.has(1) ? text(value.bytes(1)) : Long.toString(value.number(3)));
    }
    return attributes;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
