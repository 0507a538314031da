package io.haidang.translation.document.packed;

import java.util.ArrayList;
import java.util.List;

/** What a paragraph is made of, while it is read. */
abstract sealed class InlineNode {

  /** Characters of one look. */
  static final class Words extends InlineNode {
    final StringBuilder text = new StringBuilder();
    final RunStyle style;

    Words(RunStyle style) {
      this.style = style;
    }

    boolean isBlank() {
      return text.chars().allMatch(Character::isWhitespace);
    }
  }

  /** Something without characters of its own: a picture, a tab, a note. */
  static final class Alone extends InlineNode {
    final List<MarkupPiece> pieces = new ArrayList<>();
    boolean boundary;
  }

  /** Markup around other nodes, such as a link. */
  static final class Group extends InlineNode {
    final String open;
    String close = "";
    final List<InlineNode> children = new ArrayList<>();

    Group(String open) {
      this.open = open;
    }
  }
}
