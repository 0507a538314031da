package io.haidang.glossary.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first row of a table and what its columns mean. */
final class TableHeader {

  private final long line;
  private final List<String> names;
  private final List<ColumnRole> roles;

  private TableHeader(long line, List<String> names, List<ColumnRole> roles) {
    this.line = line;
    this.names = names;
    this.roles = roles;
  }

  /**
   * Recognises the columns.
   *
   * @param overrides what some columns mean, by their name in the file
   */
  static TableHeader of(TableRows.Row row, Map<String, String> overrides) {
    List<ColumnRole> roles = new ArrayList<>();
    @Nullable Locale lastLanguage = null;
    for (String name : row.cells()) {
      ColumnRole role = ColumnRole.parse(overrides.getOrDefault(name, name));
      if (role.language() != null) {
        lastLanguage = role.language();
      } else if (role.isWording()) {
        role = lastLanguage == null ? ColumnRole.SKIP : role.in(lastLanguage);
      }
      roles.add(role);
    }
    return new TableHeader(row.line(), List.copyOf(row.cells()), List.copyOf(roles));
  }

  /**
   * Lets a header pass that says which concept a row is about, and where its wordings are.
   *
   * @throws GlossaryFormatException for any other
   */
  void requireUsable() {
    if (isOneTermPerRow() ? !has(Field.CONCEPT_ID) : !hasWording()) {
      throw new GlossaryFormatException(
          line,
          "header: no column with wordings"
              + " (expected: a language such as vi, or concept_id, language and term)");
    }
    for (int i = 0; i < roles.size(); i++) {
      if (roles.get(i).field() != null && roles.indexOf(roles.get(i)) < i) {
        throw new GlossaryFormatException(
            line, "header: " + roles.get(i).header() + " twice (expected: once)");
      }
    }
  }

  List<String> names() {
    return names;
  }

  List<ColumnRole> roles() {
    return roles;
  }

  int size() {
    return roles.size();
  }

  /** Whether each row is one term, and rows with one identifier are one concept. */
  boolean isOneTermPerRow() {
    return has(Field.TERM) && has(Field.LANGUAGE);
  }

  boolean has(Field field) {
    return index(field) >= 0;
  }

  private int index(Field field) {
    for (int i = 0; i < roles.size(); i++) {
      if (roles.get(i).field() == field) {
        return i;
      }
    }
    return -1;
  }

  private boolean hasWording() {
    return roles.stream().anyMatch(ColumnRole::isWording);
  }

  /** The cell of a field; empty when there is none. */
  String cell(TableRows.Row row, Field field) {
    int index = index(field);
    return index >= 0 && index < row.cells().size() ? row.cells().get(index).strip() : "";
  }

  /** The number of the column, from 1; 0 when there is none. */
  int column(String headerName) {
    for (int i = 0; i < roles.size(); i++) {
      if (roles.get(i).header().equals(headerName)) {
        return i + 1;
      }
    }
    return 0;
  }
}
