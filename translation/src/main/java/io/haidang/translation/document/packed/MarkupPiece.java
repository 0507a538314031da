package io.haidang.translation.document.packed;

/** Markup that is written back. */
public sealed interface MarkupPiece {

  /** As it stands here. */
  record Literal(String markup) implements MarkupPiece {}

  /** As it stands in the source, but for text inside that is translated. */
  record Source(Slice slice) implements MarkupPiece {}
}
