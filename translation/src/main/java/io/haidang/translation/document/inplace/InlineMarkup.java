package io.haidang.translation.document.inplace;

import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.CodedText.Code;
import io.haidang.translation.document.CodedText.Kind;
import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The text of a unit with codes, each of which stands for a piece of the file.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class InlineMarkup {

  /** Most codes of one unit, and deepest nesting of its pairs. */
  static final int MOST_CODES = 2_000;

  static final int DEEPEST = 100;

  /**
   * What a code stands for.
   *
   * @param open as in the file; all of it for a code that stands alone
   * @param close as in the file; null for a code that stands alone
   */
  private record Source(String open, @Nullable String close) {

    boolean isPair() {
      return close != null;
    }
  }

  private final String text;
  private final List<Source> sources;

  private InlineMarkup(String text, List<Source> sources) {
    this.text = text;
    this.sources = List.copyOf(sources);
  }

  /** Text without codes. */
  public static InlineMarkup of(String words) {
    return new InlineMarkup(InlineCodes.escape(words), List.of());
  }

  /** With codes. */
  public String text() {
    return text;
  }

  /** Whether there is anything to read. */
  public boolean isBlank() {
    return InlineCodes.strip(text).isBlank();
  }

  /**
   * A translation as it stands in the file, whatever it did to the codes: pairs are nested, a pair
   * that is missing is gone, a code alone that is missing goes to the end, one that is unknown is
   * text.
   *
   * @param escape what the format does to words, so that they stay words
   */
  public String write(String translation, UnaryOperator<String> escape) {
    return writePart(completed(translation), escape);
  }

  /** A translation with the codes that stand alone and that it lost, at its end. */
  public String completed(String translation) {
    Set<Integer> used = new HashSet<>();
    for (Code code : CodedText.parse(translation).codes()) {
      if (code.kind() == Kind.ALONE) {
        used.add(code.id());
      }
    }
    StringBuilder completed = new StringBuilder(translation);
    for (int id = 1; id <= sources.size(); id++) {
      if (!sources.get(id - 1).isPair() && !used.contains(id)) {
        completed.append(new Code(Kind.ALONE, id, 0).text());
      }
    }
    return completed.toString();
  }

  /** {@link #write} for a part of a translation: other codes may stand in other parts. */
  public String writePart(String part, UnaryOperator<String> escape) {
    return new Writer(escape).write(CodedText.parse(part));
  }

  private final class Writer {

    private final UnaryOperator<String> escape;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Set<Integer> used = new HashSet<>();

    Writer(UnaryOperator<String> escape) {
      this.escape = escape;
    }

    String write(CodedText translation) {
      int written = 0;
      for (Code code : translation.codes()) {
        words(translation.plain().substring(written, code.offset()));
        written = code.offset();
        apply(code);
      }
      words(translation.plain().substring(written));
      while (!open.isEmpty()) {
        out.append(source(open.pop()).close());
      }
      return out.toString();
    }

    private void apply(Code code) {
      int id = code.id();
      boolean known = id <= sources.size() && source(id).isPair() == (code.kind() != Kind.ALONE);
      if (!known) {
        words(code.text());
      } else if (code.kind() == Kind.CLOSE) {
        close(id);
      } else if (used.add(id)) {
        out.append(source(id).open());
        if (code.kind() == Kind.OPEN) {
          open.push(id);
        }
      }
    }

    private void close(int id) {
      if (!open.contains(id)) {
        return;
      }
      int closed;
      do {
        closed = open.pop();
        out.append(source(closed).close());
      } while (closed != id);
    }

    private void words(String words) {
      if (!words.isEmpty()) {
        out.append(escape.apply(InlineCodes.unescape(words)));
      }
    }

    private Source source(int id) {
      return sources.get(id - 1);
    }
  }

  /** Collects a unit in reading order. Not thread-safe. */
  public static final class Builder {

    private record Opened(String name, int token) {}

    private record Token(Kind kind, String source, int partner) {}

    /** Words are tokens of no kind. */
    private final List<Object> tokens = new ArrayList<>();

    private final Deque<Opened> open = new ArrayDeque<>();
    private int codes;
    private char last = ' ';

    /** Words, without whatever the format escapes them with. */
    public Builder words(String words) {
      if (!words.isEmpty()) {
        tokens.add(words);
        last = words.charAt(words.length() - 1);
      }
      return this;
    }

    /** Words with every run of white space as one space, none behind another one. */
    public Builder flowing(String words) {
      String flow = words.replaceAll("[ \\t\\r\\n\\f]+", " ");
      boolean twice = flow.startsWith(" ") && endsWithSpace() && !tokens.isEmpty();
      return words(twice ? flow.substring(1) : flow);
    }

    /** Whether the words so far end with a space; so do none. */
    public boolean endsWithSpace() {
      return Character.isWhitespace(last);
    }

    /** Whether nothing has been added. */
    public boolean isEmpty() {
      return tokens.isEmpty();
    }

    /** Something without words of its own. */
    public Builder alone(String source) {
      count();
      tokens.add(new Token(Kind.ALONE, source, -1));
      return this;
    }

    /** The beginning of a pair; without an end, it stands alone. */
    public Builder open(String name, String source) {
      count();
      if (open.size() >= DEEPEST) {
        throw new DocumentException(
            Reason.TOO_DEEP, "document.depth: too deep (expected: at most " + DEEPEST + " levels)");
      }
      open.push(new Opened(name, tokens.size()));
      tokens.add(new Token(Kind.OPEN, source, -1));
      return this;
    }

    /** The end of the last pair of that name that is open; without one, it stands alone. */
    public Builder close(String name, String source) {
      for (Iterator<Opened> each = open.iterator(); each.hasNext(); ) {
        Opened opened = each.next();
        if (opened.name().equals(name)) {
          each.remove();
          Token begin = (Token) tokens.get(opened.token());
          tokens.set(opened.token(), new Token(Kind.OPEN, begin.source(), tokens.size()));
          tokens.add(new Token(Kind.CLOSE, source, opened.token()));
          return this;
        }
      }
      return alone(source);
    }

    private void count() {
      if (++codes > MOST_CODES) {
        throw new DocumentException(
            Reason.TOO_LARGE,
            "document.codes: more in one paragraph (expected: at most " + MOST_CODES + ")");
      }
    }

    /** The unit. */
    public InlineMarkup build() {
      StringBuilder text = new StringBuilder();
      List<Source> sources = new ArrayList<>();
      int[] ids = new int[tokens.size()];
      for (int i = 0; i < tokens.size(); i++) {
        if (!(tokens.get(i) instanceof Token token)) {
          text.append(InlineCodes.escape((String) tokens.get(i)));
          continue;
        }
        if (token.kind() == Kind.CLOSE) {
          text.append(new Code(Kind.CLOSE, ids[token.partner()], 0).text());
          continue;
        }
        boolean pair = token.partner() >= 0;
        String close = pair ? ((Token) tokens.get(token.partner())).source() : null;
        sources.add(new Source(token.source(), close));
        ids[i] = sources.size();
        text.append(new Code(pair ? Kind.OPEN : Kind.ALONE, ids[i], 0).text());
      }
      return new InlineMarkup(text.toString(), sources);
    }
  }
}
