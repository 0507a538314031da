package io.haidang.glossary.io;

/** The file formats that lists of terms come in and go out as. */
public enum GlossaryFormat {
  /** Text, one row per term or per concept; comma, semicolon, tab and bar are recognised. */
  CSV,
  /** As {@link #CSV}, written with tabs. */
  TSV,
  /** The first sheet of an Office Open XML workbook, rows as in {@link #CSV}. */
  XLSX,
  /** TBX-Basic of ISO 30042:2019, data categories as attributes (DCA). */
  TBX_DCA,
  /** TBX-Basic of ISO 30042:2019, data categories as element names (DCT). */
  TBX_DCT,
  /** The form of TBX before 2019, with {@code martif} as its root. */
  TBX_MARTIF;

  /** Whether it is one of the forms of TBX, which are told apart when they are read. */
  public boolean isTbx() {
    return this == TBX_DCA || this == TBX_DCT || this == TBX_MARTIF;
  }
}
