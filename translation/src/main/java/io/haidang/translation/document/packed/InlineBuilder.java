package io.haidang.translation.document.packed;

import io.haidang.translation.document.packed.InlineNode.Alone;
import io.haidang.translation.document.packed.InlineNode.Group;
import io.haidang.translation.document.packed.InlineNode.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Collects the content of a paragraph while its source is scanned. Neighbours that look the same
 * grow together, however often the office program has split them.
 *
 * <p><b>Thread-safety:</b> not thread-safe.
 */
public final class InlineBuilder {

  private final Group root = new Group("");
  private final Deque<Group> open = new ArrayDeque<>();

  public InlineBuilder() {
    open.push(root);
  }

  /** Characters; line ends and tabs among them are spaces. */
  public void words(String text, RunStyle style) {
    if (text.isEmpty()) {
      return;
    }
    Words words =
        last() instanceof Words before && before.style.key().equals(style.key())
            ? before
            : new Words(style);
    if (words.text.isEmpty()) {
      add(words);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      words.text.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
  }

  /** Something without text, as it stands in the source. */
  public void alone(Slice slice) {
    alone(List.of(new MarkupPiece.Source(slice)), false);
  }

  /** Something without text; neighbours become one. */
  public void alone(List<MarkupPiece> pieces, boolean boundary) {
    Alone alone = last() instanceof Alone before ? before : new Alone();
    if (alone.pieces.isEmpty()) {
      add(alone);
    }
    alone.pieces.addAll(pieces);
    alone.boundary |= boundary;
  }

  /** Begins markup around what follows; the value names it to {@link #close}. */
  public Object open(String markup) {
    Group group = new Group(markup);
    add(group);
    open.push(group);
    return group;
  }

  /** Ends markup and all that was begun inside; false when it has ended already. */
  public boolean close(Object group, String markup) {
    if (!open.contains(group)) {
      return false;
    }
    while (open.peek() != group) {
      open.pop();
    }
    open.pop().close = markup;
    return true;
  }

  /** What was collected; markup that nobody ended ends here. */
  public InlineContent build(InlineDialect dialect) {
    return new InlineEncoder().encode(root, dialect);
  }

  private void add(InlineNode node) {
    current().children.add(node);
  }

  private InlineNode last() {
    List<InlineNode> siblings = current().children;
    return siblings.isEmpty() ? root : siblings.get(siblings.size() - 1);
  }

  private Group current() {
    Group current = open.peek();
    return current == null ? root : current;
  }
}
