package io.haidang.summarization.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.subtitle.Cue;
import io.haidang.translation.document.subtitle.CueTime;
import io.haidang.translation.document.subtitle.Subtitles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A text to be spoken, for whoever speaks it or a machine that does. Blank lines are left out of
 * every format; numbers stay.
 *
 * @param lines in the order of their speaking
 */
public record VoiceScript(List<VoiceLine> lines) {

  private static final List<String> COLUMNS =
      List.of("number", "start", "end", "available_s", "needed_s", "fit", "text", "spoken");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double MILLIS = 1000;

  public VoiceScript {
    lines = lines.stream().filter(line -> !line.text().isBlank()).toList();
  }

  /** Milliseconds of all lines, without the pauses between them; empty when one is not known. */
  public OptionalLong needed() {
    return lines.stream().anyMatch(line -> line.needed().isEmpty())
        ? OptionalLong.empty()
        : OptionalLong.of(lines.stream().mapToLong(line -> line.needed().orElse(0)).sum());
  }

  /** For people: when, how long, and the words. */
  public String asText() {
    return lines.stream().map(VoiceScript::paragraph).collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String paragraph(VoiceLine line) {
    return ("[" + line.number() + "] " + line.timing()).strip() + mark(line) + "\n" + line.spoken();
  }

  private static String mark(VoiceLine line) {
    return switch (line.fit()) {
      case FAST -> " (!)";
      case TOO_LONG -> " (!!)";
      case FITS, UNKNOWN -> "";
    };
  }

  /** For spreadsheets (RFC 4180), with a heading. */
  public String asCsv() {
    return lines.stream()
        .map(line -> row(line).values().stream().map(VoiceScript::cell))
        .map(cells -> cells.collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", String.join(",", COLUMNS) + "\r\n", "\r\n"));
  }

  /** A spreadsheet must not take words for a formula. */
  private static String cell(Object value) {
    String text = String.valueOf(value);
    if (value instanceof Number || text.isEmpty()) {
      return text;
    }
    String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }

  /** For programs: an object with {@code lines}; times in seconds, what is not known as null. */
  public String asJson() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (VoiceLine line : lines) {
      Map<String, Object> row = row(line);
      row.replaceAll((name, value) -> "".equals(value) ? null : value);
      rows.add(row);
    }
    try {
      return MAPPER.writeValueAsString(Map.of("lines", rows));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers cannot be written as JSON", e);
    }
  }

  private static Map<String, Object> row(VoiceLine line) {
    CueTime time = line.slot().time();
    List<Object> values =
        List.of(
            line.number(),
            time == null ? "" : time.start() / MILLIS,
            time == null ? "" : time.end() / MILLIS,
            time == null ? "" : line.slot().available() / MILLIS,
            line.needed().isPresent() ? line.needed().getAsLong() / MILLIS : "",
            line.fit().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            line.text(),
            line.spoken());
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      row.put(COLUMNS.get(i), values.get(i));
    }
    return row;
  }

  /**
   * For players and for machines that speak: the words as spoken; lines without a time left out.
   */
  public String asVtt() {
    List<Cue> cues = new ArrayList<>();
    for (VoiceLine line : lines) {
      CueTime time = line.slot().time();
      if (time != null) {
        cues.add(
            new Cue(
                new CueTime(time.start(), time.start() + line.slot().available()),
                List.of(line.spoken().replaceAll("\\s+", " ").strip())));
      }
    }
    return new String(Subtitles.write(DocumentFormat.VTT, cues), UTF_8);
  }
}
