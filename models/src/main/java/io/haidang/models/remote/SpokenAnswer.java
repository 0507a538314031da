package io.haidang.models.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.haidang.models.SpokenPiece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a speech service answered in the form {@code verbose_json}: every piece has to say
 * when it begins and ends, and none begins before the one in front of it. Of what is written only
 * characters are kept that are seen as they are.
 *
 * @param seconds of the recording; the end of the last piece where the service does not tell
 */
record SpokenAnswer(List<SpokenPiece> pieces, double seconds) {

  private static final int MAX_DEPTH = 8;
  private static final int MAX_PIECES = 20_000;
  private static final int MAX_TEXT = 5_000;
  private static final double MAX_SECONDS = 48 * 3600;
  private static final double MILLIS = 1000;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  SpokenAnswer {
    pieces = List.copyOf(pieces);
  }

  /** Null when it is not of that form; why is not told, since that would quote it. */
  static @Nullable SpokenAnswer read(byte[] body) {
    try {
      JsonNode answer = MAPPER.readTree(body);
      JsonNode segments = answer.path("segments");
      List<SpokenPiece> pieces =
          segments.isArray() && segments.size() <= MAX_PIECES ? pieces(segments) : null;
      return pieces == null
          ? null
          : new SpokenAnswer(pieces, seconds(answer.path("duration"), pieces));
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable List<SpokenPiece> pieces(JsonNode segments) {
    List<SpokenPiece> pieces = new ArrayList<>();
    long begun = 0;
    for (JsonNode segment : segments) {
      long start = millis(segment.path("start"));
      long end = millis(segment.path("end"));
      JsonNode text = segment.path("text");
      if (start < begun
          || end < start
          || !text.isTextual()
          || text.textValue().length() > MAX_TEXT) {
        return null;
      }
      begun = start;
      String shown = shown(text.textValue());
      if (!shown.isBlank()) {
        append(pieces, piece(segment, start, end, shown));
      }
    }
    return pieces;
  }

  /** A piece that is still said when the next one begins ends there. */
  private static void append(List<SpokenPiece> pieces, SpokenPiece piece) {
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last).endMillis() > piece.startMillis()) {
      pieces.set(last, pieces.get(last).endingAt(piece.startMillis()));
    }
    pieces.add(piece);
  }

  private static SpokenPiece piece(JsonNode segment, long start, long end, String text) {
    return new SpokenPiece(
        start,
        end,
        text,
        segment.path("avg_logprob").asDouble(Double.NaN),
        segment.path("no_speech_prob").asDouble(Double.NaN),
        segment.path("compression_ratio").asDouble(Double.NaN));
  }

  /** -1 for what is no time of a recording. */
  private static long millis(JsonNode seconds) {
    double value = seconds.isNumber() ? seconds.doubleValue() : -1;
    return value >= 0 && value <= MAX_SECONDS ? Math.round(value * MILLIS) : -1;
  }

  private static double seconds(JsonNode duration, List<SpokenPiece> pieces) {
    double told = duration.asDouble(-1);
    double heard = pieces.isEmpty() ? 0 : pieces.get(pieces.size() - 1).endMillis() / MILLIS;
    return told >= 0 && told <= MAX_SECONDS ? told : heard;
  }

  /** On one line, without what moves or hides other characters (controls, bidirectional marks). */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                shown.append(' ');
              } else if (isShown(c)) {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString().strip().replaceAll(" {2,}", " ");
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
