package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.subtitle.CueToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a subtitle format is written. Implementations are immutable. */
abstract class CueSyntax {

  static CueSyntax of(DocumentFormat format) {
    return format == DocumentFormat.SRT ? new SrtSyntax() : new VttSyntax();
  }

  /**
   * The cues of a file, in the order of the file.
   *
   * @throws io.haidang.translation.document.DocumentException naming the line that is wrong
   */
  abstract List<CueBlock> blocks(String text);

  /** Words so that no player takes them for markup or for another cue. */
  abstract String escape(String words);

  /** What {@link #escape} did, and whatever else the format writes in another way. */
  abstract String unescape(String words);

  /** A whole file of cues without markup. */
  abstract String write(List<Cue> cues);

  /** Finds markup; groups {@code close}, {@code name}, and {@code alone} for what has no end. */
  abstract Pattern markup();

  /** What is shown from {@code start} to {@code end}, as pieces. */
  List<CueToken> tokens(String text, int start, int end) {
    List<CueToken> tokens = new ArrayList<>();
    Matcher matcher = markup().matcher(text).region(start, end);
    int from = start;
    while (matcher.find()) {
      words(text, from, matcher.start(), tokens);
      tokens.add(token(matcher));
      from = matcher.end();
    }
    words(text, from, end, tokens);
    return tokens;
  }

  private void words(String text, int start, int end, List<CueToken> tokens) {
    if (start < end) {
      tokens.add(new CueToken(Kind.WORDS, "", start, end, unescape(text.substring(start, end))));
    }
  }

  private static CueToken token(Matcher found) {
    if (found.group("end") != null) {
      return new CueToken(Kind.LINE_END, "", found.start(), found.end(), "");
    }
    Kind kind =
        found.group("name") == null
            ? Kind.ALONE
            : found.group("close").isEmpty() ? Kind.OPEN : Kind.CLOSE;
    String name = kind == Kind.ALONE ? "" : found.group("name").toLowerCase(Locale.ROOT);
    return new CueToken(kind, name, found.start(), found.end(), "");
  }
}
