package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.inplace.Damage;
import io.haidang.translation.document.subtitle.CueToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What one speaker says in a cue, without the markup around all of it.
 *
 * @param tokens from {@code start} to {@code end}
 * @param speaker the markup that says who speaks and where it is shown; empty when none does
 * @param alone whether a sentence never goes on before or after it
 */
record CuePart(
    CueBlock cue, int start, int end, List<CueToken> tokens, String speaker, boolean alone) {

  private static final Pattern DASH = Pattern.compile("\\s*[-–—]\\s*(?=\\S).*", Pattern.DOTALL);
  private static final Pattern NO_SPEECH =
      Pattern.compile("\\s*(?:[♪♫#].*|\\[[^\\]]*\\]|\\([^)]*\\))\\s*", Pattern.DOTALL);

  private static final int MOST_TAGS = 1_000;

  static List<CuePart> of(CueBlock cue, CueSyntax syntax, String text) {
    List<CueToken> tokens = syntax.tokens(text, cue.start(), cue.end());
    if (tokens.stream().filter(token -> token.kind() != Kind.WORDS).count() > MOST_TAGS) {
      throw Damage.inLine(cue.line(), "too many tags or lines", "at most " + MOST_TAGS);
    }
    Span whole = new Span(tokens, "").narrowed(text);
    List<List<CueToken>> speeches = speeches(whole.tokens());
    List<CuePart> parts = new ArrayList<>();
    for (List<CueToken> speech : speeches) {
      Span span = new Span(speech, whole.speaker()).narrowed(text);
      if (!span.tokens().isEmpty()) {
        parts.add(span.part(cue, speeches.size() > 1));
      }
    }
    return parts;
  }

  /** Lines of their own when two or more begin with a dash or a voice, else all of them at once. */
  private static List<List<CueToken>> speeches(List<CueToken> tokens) {
    List<List<CueToken>> speeches = new ArrayList<>();
    List<CueToken> speech = new ArrayList<>();
    int speakers = 0;
    boolean lineStart = true;
    for (CueToken token : tokens) {
      if (lineStart && begins(token)) {
        speakers++;
        if (!speech.isEmpty()) {
          speeches.add(speech);
          speech = new ArrayList<>();
        }
      }
      speech.add(token);
      lineStart = token.kind() == Kind.LINE_END || (lineStart && isStyle(token));
    }
    speeches.add(speech);
    return speakers < 2 ? List.of(tokens) : speeches;
  }

  private static boolean begins(CueToken token) {
    boolean dash = token.kind() == Kind.WORDS && DASH.matcher(token.words()).matches();
    return dash || (token.kind() == Kind.OPEN && token.name().equals("v"));
  }

  private static boolean isStyle(CueToken token) {
    return token.kind() == Kind.OPEN && !token.name().equals("v");
  }

  /** Tokens, and what has been found out around them. */
  private record Span(List<CueToken> tokens, String speaker) {

    /** Without white space, markup of the whole, and the dash of a speech, which stay in place. */
    Span narrowed(String text) {
      int first = 0;
      int last = tokens.size();
      StringBuilder who = new StringBuilder(speaker);
      while (first < last) {
        CueToken head = tokens.get(first);
        CueToken tail = tokens.get(last - 1);
        if (tail.isBlank()) {
          last--;
        } else if (head.isBlank()) {
          first++;
        } else if (head.kind() == Kind.ALONE || isOpenForAll(head, first, last)) {
          if (!head.kind().equals(Kind.OPEN) || head.name().equals("v")) {
            who.append(text, head.start(), head.end());
          }
          first++;
        } else if (head.kind() == Kind.OPEN && closing(first, last) == last - 1) {
          if (head.name().equals("v")) {
            who.append(text, head.start(), head.end());
          }
          first++;
          last--;
        } else {
          break;
        }
      }
      return new Span(List.copyOf(tokens.subList(first, last)), who.toString());
    }

    private boolean isOpenForAll(CueToken head, int first, int last) {
      return head.kind() == Kind.OPEN && closing(first, last) < 0;
    }

    /** Where the pair that begins at {@code first} ends; -1 when nowhere. */
    private int closing(int first, int last) {
      String name = tokens.get(first).name();
      int depth = 0;
      for (int i = first; i < last; i++) {
        CueToken token = tokens.get(i);
        if (token.name().equals(name)) {
          depth += token.kind() == Kind.OPEN ? 1 : -1;
          if (depth == 0) {
            return i;
          }
        }
      }
      return -1;
    }

    CuePart part(CueBlock cue, boolean dialogue) {
      List<CueToken> inner = new ArrayList<>(tokens);
      CueToken head = inner.get(0);
      if (dialogue && head.kind() == Kind.WORDS && DASH.matcher(head.words()).matches()) {
        inner.set(0, cut(head, dash(head.words()), head.words().length()));
      }
      strip(inner);
      boolean timed = inner.stream().anyMatch(token -> token.kind() == Kind.ALONE);
      String words = String.join("", inner.stream().map(CueToken::words).toList());
      return new CuePart(
          cue,
          inner.get(0).start(),
          inner.get(inner.size() - 1).end(),
          List.copyOf(inner),
          speaker,
          dialogue || timed || NO_SPEECH.matcher(words).matches());
    }

    private static int dash(String words) {
      int dash = 0;
      while (Character.isWhitespace(words.charAt(dash)) || "-–—".indexOf(words.charAt(dash)) >= 0) {
        dash++;
      }
      return dash;
    }

    /** Takes the white space off at both ends. */
    private static void strip(List<CueToken> inner) {
      CueToken head = inner.get(0);
      if (head.kind() == Kind.WORDS) {
        int blank = head.words().length() - head.words().stripLeading().length();
        inner.set(0, cut(head, blank, head.words().length()));
      }
      int last = inner.size() - 1;
      CueToken tail = inner.get(last);
      if (tail.kind() == Kind.WORDS) {
        inner.set(last, cut(tail, 0, tail.words().stripTrailing().length()));
      }
    }

    /** A part of some words; what is cut off is written as it is read. */
    private static CueToken cut(CueToken token, int from, int to) {
      return new CueToken(
          Kind.WORDS,
          "",
          token.start() + from,
          token.end() - (token.words().length() - to),
          token.words().substring(from, to));
    }
  }
}
