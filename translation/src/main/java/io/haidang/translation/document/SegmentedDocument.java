package io.haidang.translation.document;

import io.haidang.translation.segment.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A document as its segments, and the way back.
 *
 * <p>A segment's text may contain inline codes, written {@code ‹1›} &hellip; {@code ‹/1›} around
 * text and {@code ‹2/›} alone; a translation has to contain each of them once. A translation that
 * does not still merges to a well-formed document with all its text: formatting that is missing is
 * lost, a missing image or line break goes to the end of its paragraph, a code that the paragraph
 * does not know is text.
 *
 * <p>HTML keeps its own markup. Translations are written as text, so they cannot add any. Because
 * drafts are not trusted, the merged document has no scripts, no event handler attributes, no
 * {@code javascript:} addresses and no automatic forwarding. Text in {@code script, style,
 * template, noscript, code, pre} and below {@code translate="no"} is neither offered nor changed;
 * {@code alt} and {@code title} are segments of their own.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class SegmentedDocument {

  private final DocumentSkeleton skeleton;
  private final List<SegmentedUnit> textUnits;
  private final List<String> segments;
  private final List<Integer> units;

  private SegmentedDocument(DocumentSkeleton skeleton, List<SegmentedUnit> textUnits) {
    this.skeleton = skeleton;
    this.textUnits = textUnits;
    List<String> texts = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    int owner = 0;
    for (SegmentedUnit unit : textUnits) {
      if (!unit.segments().isEmpty()) {
        for (String segment : unit.segments()) {
          texts.add(segment);
          owners.add(owner);
        }
        owner++;
      }
    }
    this.segments = List.copyOf(texts);
    this.units = List.copyOf(owners);
  }

  /**
   * Extracts what is translatable. The same content always gives the same segments.
   *
   * @throws DocumentException when the content is empty, longer than 1,000,000 UTF-16 units, not
   *     text, or nested deeper than 100 elements
   */
  public static SegmentedDocument read(DocumentFormat format, String content, Locale language) {
    TextLimits.check(content);
    DocumentSkeleton skeleton =
        switch (format) {
          case PLAIN -> new PlainSkeleton(content);
          case HTML -> HtmlSkeleton.parse(content);
        };
    Segmenter segmenter = Segmenter.forLanguage(language);
    SegmentedDocument document =
        new SegmentedDocument(
            skeleton,
            skeleton.units().stream().map(unit -> SegmentedUnit.of(unit, segmenter)).toList());
    if (document.segments.isEmpty()) {
      throw TextLimits.empty();
    }
    return document;
  }

  /**
   * Decodes UTF-8 strictly; a byte order mark is dropped.
   *
   * @throws DocumentException when the bytes are not UTF-8 or hold binary data
   */
  public static String decode(byte[] utf8) {
    return TextLimits.decode(utf8);
  }

  /** In reading order. */
  public List<String> segments() {
    return segments;
  }

  /**
   * The index of the text unit (paragraph, heading, list item) that each segment belongs to; same
   * size as {@link #segments()}, never decreasing.
   */
  public List<Integer> units() {
    return units;
  }

  /**
   * The document with each segment replaced.
   *
   * @param targets one per segment, in the same order
   * @param language of the targets, which a whole HTML page says of itself
   */
  public String merge(List<String> targets, Locale language) {
    if (targets.size() != segments.size()) {
      throw new IllegalArgumentException(
          "targets: " + targets.size() + " (expected: " + segments.size() + ")");
    }
    List<String> texts = new ArrayList<>();
    int next = 0;
    for (SegmentedUnit unit : textUnits) {
      int end = next + unit.segments().size();
      texts.add(unit.join(targets.subList(next, end)));
      next = end;
    }
    return skeleton.merge(texts, language);
  }
}
