package io.haidang.glossary.io;

import io.haidang.glossary.Glossary;
import java.io.IOException;
import java.io.Reader;

/** Reads the CSV form of a glossary: one row per concept, Vietnamese and English. */
public final class GlossaryCsv {

  private GlossaryCsv() {}

  /**
   * Reads a whole list.
   *
   * @throws GlossaryFormatException when a row is unusable; names the line and the column
   */
  public static Glossary read(Reader csv) throws IOException {
    throw new UnsupportedOperationException();
  }
}
