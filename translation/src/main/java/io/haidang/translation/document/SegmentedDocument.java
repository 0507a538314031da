package io.haidang.translation.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.haidang.translation.segment.Segmenter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A document as its segments, and the way back.
 *
 * <p>A segment's text may contain inline codes, written {@code ‹1›} &hellip; {@code ‹/1›} around
 * text and {@code ‹2/›} alone; a translation has to contain each of them once. A translation that
 * does not still merges to a well-formed document with all its text: formatting that is missing is
 * lost, a missing image or line break goes to the end of its paragraph, a code that the paragraph
 * does not know is text.
 *
 * <p>What of a document is text, and how it is written back, says the {@link DocumentFilter} of its
 * format.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class SegmentedDocument {

  private final DocumentSkeleton skeleton;
  private final List<SegmentedUnit> all;
  private final List<TextUnit> textUnits;
  private final List<String> segments;
  private final List<Integer> units;

  private SegmentedDocument(DocumentSkeleton skeleton, Segmenter segmenter) {
    this.skeleton = skeleton;
    List<SegmentedUnit> segmented = new ArrayList<>();
    List<TextUnit> withText = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (TextUnit unit : skeleton.units()) {
      SegmentedUnit cut = SegmentedUnit.of(unit.text(), segmenter);
      segmented.add(cut);
      if (!cut.segments().isEmpty()) {
        texts.addAll(cut.segments());
        owners.addAll(Collections.nCopies(cut.segments().size(), withText.size()));
        withText.add(unit);
      }
    }
    this.all = List.copyOf(segmented);
    this.textUnits = List.copyOf(withText);
    this.segments = List.copyOf(texts);
    this.units = List.copyOf(owners);
  }

  /** Reads a document with {@link FilterOptions#DEFAULT}. */
  public static SegmentedDocument read(DocumentFormat format, byte[] content, Locale language) {
    return read(format, content, language, FilterOptions.DEFAULT);
  }

  /**
   * Extracts what is translatable. The same content always gives the same segments.
   *
   * @param content not modified, neither here nor by the caller afterwards
   * @param language of the text
   * @throws DocumentException when the content is empty, over a limit, unsafe, or not a sound
   *     document of that format
   */
  public static SegmentedDocument read(
      DocumentFormat format, byte[] content, Locale language, FilterOptions options) {
    DocumentSkeleton skeleton = DocumentFormats.open(format, content, options);
    SegmentedDocument document = new SegmentedDocument(skeleton, Segmenter.forLanguage(language));
    if (document.segments.isEmpty()) {
      throw new DocumentException(
          DocumentException.Reason.EMPTY,
          "document.text: (blank) (expected: something to translate)");
    }
    return document;
  }

  /**
   * A document that has been opened already; it may have no segments.
   *
   * @param segmenter cuts each of its units
   */
  public static SegmentedDocument of(DocumentSkeleton skeleton, Segmenter segmenter) {
    return new SegmentedDocument(skeleton, segmenter);
  }

  /**
   * Reads text that is in memory already, of a format that {@linkplain DocumentFormat#isText is
   * text}.
   */
  public static SegmentedDocument read(DocumentFormat format, String content, Locale language) {
    TextFile.check(content);
    return read(format, content.getBytes(UTF_8), language);
  }

  /**
   * Decodes UTF-8 strictly; a byte order mark is dropped.
   *
   * @throws DocumentException when the bytes are not UTF-8 or hold binary data
   */
  public static String decode(byte[] utf8) {
    return TextFile.utf8(utf8);
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

  /** The text units that {@link #units()} counts, with what is known of each. */
  public List<TextUnit> textUnits() {
    return textUnits;
  }

  /**
   * The document with each segment replaced, in the encoding that it came in.
   *
   * @param targets one per segment, in the same order
   */
  public byte[] merge(List<String> targets, MergeOptions options) {
    return skeleton.merge(joined(targets), options);
  }

  /**
   * What is wrong with targets in their places: longer than their field, too much to read in the
   * time of their subtitles.
   *
   * @param targets one per segment, in the same order
   * @return about segments, by their index: of a text unit, its longest
   */
  public List<PlaceFinding> check(List<String> targets, MergeOptions options) {
    List<String> texts = joined(targets);
    List<PlaceFinding> findings = new ArrayList<>(skeleton.check(texts, options));
    Set<Integer> wrong =
        findings.stream()
            .filter(PlaceFinding::error)
            .map(PlaceFinding::index)
            .collect(Collectors.toSet());
    List<TextUnit> places = skeleton.units();
    for (int unit = 0; unit < texts.size(); unit++) {
      Measure length = length(places.get(unit), texts.get(unit));
      if (length.isTooMuch() && !wrong.contains(unit)) {
        findings.add(
            new PlaceFinding(
                unit,
                "field-length",
                true,
                String.valueOf(places.get(unit).maxLength()),
                (int) length.value() + " characters"));
      }
    }
    int[] firsts = firstSegments();
    return findings.stream()
        .filter(found -> firsts[found.index()] < firsts[found.index() + 1])
        .map(found -> found.at(longest(targets, firsts[found.index()], firsts[found.index() + 1])))
        .toList();
  }

  private static Measure length(TextUnit place, String text) {
    int length = InlineCodes.strip(text).length();
    return place.maxLength() == TextUnit.NO_LIMIT
        ? Measure.free("characters", length)
        : Measure.of("characters", length, place.maxLength());
  }

  /**
   * How much of its place the unit of a segment takes, by what {@link #check} looks at: first its
   * characters, then what its format has limits for.
   *
   * @param segment by its index
   * @param targets one per segment, in the same order
   */
  public List<Measure> measure(int segment, List<String> targets, MergeOptions options) {
    int[] firsts = firstSegments();
    int unit = 0;
    while (firsts[unit + 1] <= segment) {
      unit++;
    }
    String text = all.get(unit).join(targets.subList(firsts[unit], firsts[unit + 1]));
    List<Measure> measures = new ArrayList<>();
    measures.add(length(skeleton.units().get(unit), text));
    measures.addAll(skeleton.measure(unit, text, options));
    return measures;
  }

  /** Of every unit, and one more for the end. */
  private int[] firstSegments() {
    int[] firsts = new int[all.size() + 1];
    for (int unit = 0; unit < all.size(); unit++) {
      firsts[unit + 1] = firsts[unit] + all.get(unit).segments().size();
    }
    return firsts;
  }

  private static int longest(List<String> targets, int first, int end) {
    int longest = first;
    for (int i = first; i < end; i++) {
      longest = targets.get(i).length() > targets.get(longest).length() ? i : longest;
    }
    return longest;
  }

  private List<String> joined(List<String> targets) {
    if (targets.size() != segments.size()) {
      throw new IllegalArgumentException(
          "targets: " + targets.size() + " (expected: " + segments.size() + ")");
    }
    List<String> texts = new ArrayList<>();
    int next = 0;
    for (SegmentedUnit unit : all) {
      int end = next + unit.segments().size();
      texts.add(unit.join(targets.subList(next, end)));
      next = end;
    }
    return texts;
  }

  /** {@link #merge} for a document that was read from text. */
  public String mergeText(List<String> targets, Locale language) {
    return new String(merge(targets, MergeOptions.of(language)), UTF_8);
  }
}
