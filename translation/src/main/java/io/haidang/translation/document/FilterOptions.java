package io.haidang.translation.document;

import java.util.List;

/**
 * What of a document is read. Each option concerns some formats, and the others ignore it.
 *
 * @param columns of a table, by the name in its first row or by number from 1; empty for all
 * @param jsonPaths of the strings to translate, such as {@code $.news[*].title}; empty for all
 * @param trackedChanges what to do about changes that nobody has accepted or rejected
 */
public record FilterOptions(
    List<String> columns, List<String> jsonPaths, TrackedChanges trackedChanges) {

  /** All columns, all strings; a document with tracked changes is refused. */
  public static final FilterOptions DEFAULT =
      new FilterOptions(List.of(), List.of(), TrackedChanges.REFUSE);

  private static final int MOST = 256;

  /** Changes that an office program has recorded and nobody has decided about. */
  public enum TrackedChanges {
    /** Reads the text as if all had been accepted; so it is written back. */
    ACCEPT,
    /** Refuses the document: somebody has to say which text counts. */
    REFUSE
  }

  public FilterOptions {
    columns = checked("columns", columns);
    jsonPaths = checked("jsonPaths", jsonPaths);
  }

  public FilterOptions withColumns(List<String> chosen) {
    return new FilterOptions(chosen, jsonPaths, trackedChanges);
  }

  public FilterOptions withJsonPaths(List<String> chosen) {
    return new FilterOptions(columns, chosen, trackedChanges);
  }

  public FilterOptions withTrackedChanges(TrackedChanges chosen) {
    return new FilterOptions(columns, jsonPaths, chosen);
  }

  private static List<String> checked(String name, List<String> values) {
    if (values.size() > MOST) {
      throw new IllegalArgumentException(
          name + ": " + values.size() + " (expected: at most " + MOST + ")");
    }
    if (values.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(name + ": (blank) (expected: a name or a path)");
    }
    return List.copyOf(values);
  }
}
