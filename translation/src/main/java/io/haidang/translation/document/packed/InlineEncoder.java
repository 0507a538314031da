package io.haidang.translation.document.packed;

import io.haidang.translation.document.CodedText.Code;
import io.haidang.translation.document.CodedText.Kind;
import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a paragraph as text with inline codes: as few as say how it looks. */
final class InlineEncoder {

  private static final int MAX_CODES = 5_000;

  /** Longer blanks are layout, such as a line to sign on, and keep their look. */
  private static final int WIDE_BLANK = 3;

  private static final RunStyle NONE = new RunStyle("", "", "");

  private final StringBuilder text = new StringBuilder();
  private final List<InlineCode> codes = new ArrayList<>();

  InlineContent encode(InlineNode.Group root, InlineDialect dialect) {
    RunStyle base = base(root).orElse(NONE);
    children(root, base);
    return new InlineContent(text.toString(), List.copyOf(codes), base, dialect);
  }

  /** The look of most stretches, and among equals of the longest: so the rest needs few codes. */
  private static Optional<RunStyle> base(InlineNode.Group group) {
    Map<String, Extent> extents = new HashMap<>();
    RunStyle base = null;
    Extent best = Extent.NONE;
    String before = "";
    for (InlineNode child : group.children) {
      if (child instanceof InlineNode.Words words) {
        String key = words.style.key();
        Extent extent = extents.getOrDefault(key, Extent.NONE);
        if (!isNeutral(words)) {
          boolean begins = best.stretches == 0 || !key.equals(before);
          extent = new Extent(extent.stretches + (begins ? 1 : 0), extent.length);
          before = key;
        }
        extent = new Extent(extent.stretches, extent.length + words.text.length());
        extents.put(key, extent);
        if (extent.compareTo(best) > 0) {
          best = extent;
          base = words.style;
        }
      }
    }
    return Optional.ofNullable(base).or(() -> innerBase(group));
  }

  /** Without words of its own, as when all of it is a link. */
  private static Optional<RunStyle> innerBase(InlineNode.Group group) {
    return group.children.stream()
        .filter(InlineNode.Group.class::isInstance)
        .flatMap(child -> base((InlineNode.Group) child).stream())
        .findFirst();
  }

  /** How much of a paragraph has one look. */
  private record Extent(int stretches, int length) implements Comparable<Extent> {

    static final Extent NONE = new Extent(0, 0);

    @Override
    public int compareTo(Extent other) {
      return stretches != other.stretches
          ? Integer.compare(stretches, other.stretches)
          : Integer.compare(length, other.length);
    }
  }

  private void children(InlineNode.Group group, RunStyle base) {
    RunStyle style = base;
    int pair = 0;
    for (InlineNode child : group.children) {
      if (child instanceof InlineNode.Words words) {
        RunStyle next = isNeutral(words) ? style : words.style;
        if (!next.key().equals(style.key())) {
          end(pair);
          pair = next.key().equals(base.key()) ? 0 : begin(new InlineCode.Styled(next));
          style = next;
        }
        text.append(InlineCodes.escape(words.text.toString()));
      } else if (child instanceof InlineNode.Alone alone) {
        alone(alone);
      } else {
        end(pair);
        pair = 0;
        style = base;
        around((InlineNode.Group) child, base);
      }
    }
    end(pair);
  }

  private static boolean isNeutral(InlineNode.Words words) {
    return words.text.length() < WIDE_BLANK && words.isBlank();
  }

  private void around(InlineNode.Group group, RunStyle outer) {
    RunStyle base = base(group).orElse(outer);
    int id = begin(new InlineCode.Around(group.open, group.close, base));
    children(group, base);
    end(id);
  }

  private void alone(InlineNode.Alone alone) {
    if (alone.boundary && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    int id = register(new InlineCode.Alone(List.copyOf(alone.pieces), alone.boundary));
    text.append(new Code(Kind.ALONE, id, 0).text());
  }

  private int begin(InlineCode code) {
    int id = register(code);
    text.append(new Code(Kind.OPEN, id, 0).text());
    return id;
  }

  private void end(int id) {
    if (id > 0) {
      text.append(new Code(Kind.CLOSE, id, 0).text());
    }
  }

  private int register(InlineCode code) {
    if (codes.size() == MAX_CODES) {
      throw new DocumentException(
          Reason.TOO_LARGE,
          "document.codes: over " + MAX_CODES + " in a paragraph (expected: at most that)");
    }
    codes.add(code);
    return codes.size();
  }
}
