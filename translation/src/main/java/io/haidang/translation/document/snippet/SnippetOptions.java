package io.haidang.translation.document.snippet;

/** How a text is read. Immutable. */
public record SnippetOptions(Markup markup, Splitting splitting, TagRules tags) {

  /** Words and nothing else, sentence by sentence. */
  public static final SnippetOptions PLAIN = of(Markup.NONE);

  /** The usual splitting: in HTML the end of a line means nothing. */
  public static SnippetOptions of(Markup markup) {
    Splitting splitting =
        markup == Markup.HTML ? Splitting.SENTENCES : Splitting.SENTENCES_AND_LINES;
    return new SnippetOptions(markup, splitting, TagRules.DEFAULT);
  }
}
