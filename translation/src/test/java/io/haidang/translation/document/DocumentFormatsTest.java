package io.haidang.translation.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DocumentFormatsTest {

  private static final String COMPOUND = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  @ParameterizedTest
  @CsvSource({"tin.txt, PLAIN", "TIN.HTM, HTML", "tin.html, HTML", "tin, PLAIN", "'', PLAIN"})
  void detect_text_goesByTheName(String name, DocumentFormat format) {
    assertThat(DocumentFormats.detect(name, "<p>Chào</p>".getBytes(UTF_8))).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "tin.txt, '', EMPTY",
    "tin.txt, 'PK\u0003\u0004', MISLABELLED",
    "tin.html, %PDF-1.7, MISLABELLED",
    "tin.exe, MZ, UNSUPPORTED",
    "tin, {\\rtf1, UNSUPPORTED",
  })
  void detect_other_isRefused(String name, String content, Reason reason) {
    assertReason(name, content.getBytes(ISO_8859_1), reason);
  }

  @Test
  void detect_compoundFile_isLockedOrOld() {
    byte[] old = COMPOUND.getBytes(ISO_8859_1);
    byte[] name = "EncryptedPackage".getBytes(UTF_16LE);
    byte[] locked = Arrays.copyOf(old, 600 + name.length);
    System.arraycopy(name, 0, locked, 600, name.length);

    assertReason("a.docx", locked, Reason.ENCRYPTED);
    assertReason("a.doc", old, Reason.UNSUPPORTED);
  }

  @Test
  void detect_unknownName_isNotQuotedAtLength() {
    assertThatThrownBy(() -> DocumentFormats.detect("a.<b>bí mật", "x".getBytes(UTF_8)))
        .hasMessageStartingWith("document.format: unknown (expected: one of PLAIN");
  }

  private static void assertReason(String name, byte[] content, Reason reason) {
    assertThatThrownBy(() -> DocumentFormats.detect(name, content))
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
