package io.haidang.translation.document;

/**
 * Something wrong with a text in its place, which its words alone do not show: too long for its
 * field, too much to read in its time.
 *
 * @param index of the unit or of the segment, as the method says that gives it
 * @param id stable, such as {@code field-length} or {@code subtitle-speed}
 * @param error whether it cannot stay so; otherwise a person should look at it
 * @param limit the most that is allowed, as a number
 * @param detail what was measured; never text of the document
 */
public record PlaceFinding(int index, String id, boolean error, String limit, String detail) {

  /** The same about another unit or segment. */
  public PlaceFinding at(int other) {
    return new PlaceFinding(other, id, error, limit, detail);
  }
}
