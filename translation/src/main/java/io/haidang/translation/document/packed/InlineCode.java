package io.haidang.translation.document.packed;

import java.util.List;

/** What an inline code of a unit stands for. */
sealed interface InlineCode {

  /** A look that differs from that of the text around. */
  record Styled(RunStyle style) implements InlineCode {}

  /** Markup around text, and the look of most of it. */
  record Around(String open, String close, RunStyle base) implements InlineCode {}

  /**
   * Something without text.
   *
   * @param boundary whether text before and behind does not belong together, as at a tab
   */
  record Alone(List<MarkupPiece> pieces, boolean boundary) implements InlineCode {}
}
