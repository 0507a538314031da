package io.haidang.models;

/**
 * How a model was trained to take terms inline: {@code open source middle target close}, one space
 * on each inner side.
 */
public record TermAnnotation(String open, String middle, String close) {

  /** Whether {@code text} contains one of the three marks, which a caller must not let through. */
  public boolean occursIn(String text) {
    return text.contains(open) || text.contains(middle) || text.contains(close);
  }
}
