package io.haidang.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The same text again after it was approved, with two sentences changed: those two go to the
 * engine, the others come back from the memory. Not thread-safe.
 */
final class DemoRevision {

  private static final Map<String, String> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put(
        "Hơn 350 đại biểu đến từ 18 quốc gia và vùng lãnh thổ đã tham dự.",
        "Đông đảo nhà đầu tư nước ngoài đã đến dự.");
    CHANGES.put(
        "Thành phố cam kết tiếp tục rút ngắn thủ tục hành chính cho nhà đầu tư.",
        "Thành phố sẽ hỗ trợ nhà đầu tư ngay tại các khu công nghiệp.");
  }

  private final DemoText text;
  private final DemoClient editor;
  private final PrintStream out;

  DemoRevision(DemoText text, DemoClient editor, PrintStream out) {
    this.text = text;
    this.editor = editor;
    this.out = out;
  }

  /** The text as its author has changed it. */
  static DemoText of(DemoText text) {
    String content = new String(text.content(), UTF_8);
    for (Map.Entry<String, String> change : CHANGES.entrySet()) {
      content = content.replace(change.getKey(), change.getValue());
    }
    return new DemoText(text.file(), content.getBytes(UTF_8), text.date());
  }

  /** Shows who wrote the segments of a translation. */
  void print(String target) {
    JsonNode segments = editor.get("targets/" + target + "/segments").path("segments");
    int known = 0;
    for (JsonNode segment : segments) {
      JsonNode memory = segment.path("provenance").path("memory");
      if (memory.isNull()) {
        out.printf(
            "    segment %d, by the engine: %s%n",
            segment.path("index").asInt() + 1, segment.path("target").asText());
      } else {
        known++;
      }
    }
    out.printf(
        "  %d of %d segments of \"%s\" came from the memory, as they were approved%n",
        known, segments.size(), text.name());
    printTime(segments);
  }

  /** How long the memory takes for what it has. */
  private void printTime(JsonNode segments) {
    for (JsonNode segment : segments) {
      if (!segment.path("provenance").path("memory").isNull()) {
        long start = System.nanoTime();
        editor.post(
            "memory/lookups",
            Map.of("text", segment.path("source").asText(), "targetLanguage", "en", "least", 99));
        double millis = (System.nanoTime() - start) / 1e6;
        out.printf("  a lookup over HTTP took %.1f ms%n", millis);
        return;
      }
    }
  }
}
