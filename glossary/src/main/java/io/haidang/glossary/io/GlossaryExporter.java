package io.haidang.glossary.io;

import io.haidang.glossary.Concept;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Locale;

/**
 * Writes concepts for other programs; {@link GlossaryImporter} reads all of it back.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> writes the stream, which the caller closes.
 */
public final class GlossaryExporter {

  private GlossaryExporter() {}

  /**
   * Writes a file.
   *
   * @param language the main one of the list, named in the header of TBX
   * @return what the format has no place for
   * @throws IOException when the stream cannot be written
   */
  public static LossReport write(
      Collection<Concept> concepts, GlossaryFormat format, Locale language, OutputStream out)
      throws IOException {
    return switch (format) {
      case CSV -> TableWriter.writeText(concepts, ',', out);
      case TSV -> TableWriter.writeText(concepts, '\t', out);
      case XLSX -> TableWriter.writeWorkbook(concepts, out);
      case TBX_DCA, TBX_DCT, TBX_MARTIF -> TbxWriter.write(concepts, format, language, out);
    };
  }
}
