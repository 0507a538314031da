package io.haidang.translation.memory.tmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.LanguagePair;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.MemoryOrigin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TmxTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");

  private static final class Told implements TmxListener {

    private final List<TmxUnit> units = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    @Override
    public void unit(TmxUnit unit) {
      units.add(unit);
    }

    @Override
    public void skipped(int line, String reason) {
      skipped.add(line + " " + reason);
    }
  }

  private static Told read(String tmx) {
    return read(tmx, null);
  }

  private static Told read(String tmx, @Nullable LanguagePair wanted) {
    Told told = new Told();
    TmxReader.read(bytes(tmx, StandardCharsets.UTF_8), wanted, told);
    return told;
  }

  private static InputStream bytes(String text, Charset charset) {
    return new ByteArrayInputStream(text.getBytes(charset));
  }

  private static String tmx(String units) {
    return "<tmx version=\"1.4\"><header srclang=\"vi\"/><body>" + units + "</body></tmx>";
  }

  private static String tu(String source, String target) {
    return "<tu><tuv xml:lang=\"vi\"><seg>"
        + source
        + "</seg></tuv><tuv xml:lang=\"en\"><seg>"
        + target
        + "</seg></tuv></tu>";
  }

  @Test
  void read_whatAnEntryWasWrittenAs_isTheEntry() throws IOException {
    MemoryEntry entry =
        new MemoryEntry(
            7,
            PAIR,
            "Cầu ‹1›mới <&>‹/1›, ‹2/›ảnh \"đẹp\".",
            "‹2/›A picture of the ‹1›new <&>‹/1› bridge.",
            "Trước.",
            "",
            "bridges",
            "PUBLIC",
            new MemoryOrigin(
                MemoryOrigin.Kind.APPROVED,
                "doc",
                0,
                "Bình",
                Instant.parse("2026-05-01T10:00:00Z"),
                "3",
                Set.of()));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (TmxWriter writer = new TmxWriter(file)) {
      writer.write(entry);
    }

    Told told = read(file.toString(StandardCharsets.UTF_8));

    assertThat(told.skipped).isEmpty();
    assertThat(told.units)
        .containsExactly(
            new TmxUnit(
                PAIR,
                entry.source(),
                entry.target(),
                "Trước.",
                "",
                "bridges",
                "Bình",
                entry.origin().at()));
  }

  @Test
  void read_inlineElements_becomeCodesWithTheSameNumbersInBothLanguages() {
    String source =
        "<bpt i=\"1\" x=\"5\">&lt;b&gt;</bpt>Cầu<ept i=\"1\">&lt;/b&gt;</ept> <hi>mới</hi> <ph"
            + " x=\"9\"><sub>bỏ</sub></ph>";
    String target = "<ph x=\"9\"/>New <bpt i=\"3\" x=\"5\">&lt;b&gt;</bpt>bridge<ept i=\"3\"/>";
    TmxUnit unit = read(tmx(tu(source, target))).units.get(0);
    assertThat(unit.source()).isEqualTo("‹1›Cầu‹/1› mới ‹2/›");
    assertThat(unit.target()).isEqualTo("‹2/›New ‹1›bridge‹/1›");
  }

  @Test
  void read_severalLanguages_areOneUnitForEach_unlessOneIsWanted() {
    String units =
        "<tu><tuv lang=\"VI-VN\"><seg>Chào</seg></tuv><tuv xml:lang=\"en-US\"><seg>Hello</seg></tuv>"
            + "<tuv xml:lang=\"zh-TW\"><seg>你好</seg></tuv></tu>";
    assertThat(read(tmx(units)).units)
        .extracting(unit -> unit.pair().toString() + " " + unit.target())
        .containsExactly("vi-en Hello", "vi-zh-TW 你好");
    assertThat(read(tmx(units), LanguagePair.of("en", "vi")).units)
        .extracting(unit -> unit.source() + " " + unit.target())
        .containsExactly("Hello Chào");
    assertThat(read(tmx(units), LanguagePair.of("fr", "vi")).skipped)
        .containsExactly("1 no translation");
  }

  @Test
  void read_utf16WithADocumentType_isRead() {
    String text =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
            + tmx(tu("Chào", "Hello"));
    Told told = new Told();
    TmxReader.read(bytes(text, StandardCharsets.UTF_16), null, told);
    assertThat(told.units).hasSize(1);
  }

  @Test
  void read_oneLanguageOrNoTextOrTooLong_isLeftOutWithItsLine() {
    String units =
        "\n<tu><tuv xml:lang=\"vi\"><seg>Chào</seg></tuv></tu>\n"
            + tu("Chào", " ")
            + "\n"
            + tu("a".repeat(10_001), "b")
            + "\n"
            + "<tu><tuv xml:lang=\"vi\"><seg>Chào</seg></tuv><tuv xml:lang=\"!!\"><seg>x</seg></tuv></tu>"
            + tu("Cảng", "Port");
    Told told = read(tmx(units));
    assertThat(told.skipped)
        .containsExactly("2 no translation", "3 no translation", "4 too long", "5 no translation");
    assertThat(told.units).hasSize(1);
  }

  /** Each was made to break a reader; nothing is fetched and nothing grows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "not xml",
        "<html><body/></html>",
        "<tmx",
        "<tmx version=\"1.4\"><body><tu><tuv xml:lang=\"vi\"><seg>Chào",
        "<tmx><body><tu><tuv xml:lang=\"vi\"><seg>\u0000</seg></tuv></tu></body></tmx>",
        "<tmx><body></tmx></body>",
        "<?xml version=\"1.0\" encoding=\"no-such-thing\"?><tmx/>",
        "<tmx><body><tu><tuv xml:lang=\"vi\" xml:lang=\"en\"/></tu></body></tmx>",
      })
  void read_brokenFile_isRefusedWithItsPlace(String file) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(TmxException.class)
        .hasMessageContaining("expected")
        .hasMessageNotContaining("Chào");
  }

  @Test
  void read_entities_areNeitherReplacedNorFetched() {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE tmx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
            + "<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
            + tmx(tu("Chào &b;", "Hello &f;") + tu("Cảng", "Port"));
    List<TmxUnit> units = new ArrayList<>();
    try {
      units.addAll(read(bomb).units);
    } catch (TmxException e) {
      assertThat(e).hasMessageContaining("line 1");
    }
    assertThat(units).noneMatch(unit -> unit.source().contains("aaa"));
    assertThat(units)
        .allMatch(unit -> unit.target().equals("Hello") || unit.target().equals("Port"));
  }

  @Test
  void read_deepNestingAndManyVariants_endsInConstantSpace() {
    String deep = "<hi>".repeat(100_000) + "Chào" + "</hi>".repeat(100_000);
    assertThat(read(tmx(tu(deep, "Hello"))).units).hasSize(1);
    String many =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "<tuv xml:lang=\"vi-x-a" + i + "\"><seg>x</seg></tuv>")
            .reduce("", String::concat);
    assertThat(read(tmx("<tu>" + many + "</tu>")).units).isEmpty();
  }

  /** A file of any length is read as a stream: this one would not fit the test's memory. */
  @Test
  void read_longFile_isToldUnitByUnit() {
    byte[] unit = tu("Chào " + "x".repeat(900), "Hello").getBytes(StandardCharsets.UTF_8);
    int[] told = {0};
    InputStream file =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    bytes("<tmx><header srclang=\"vi\"/><body>", StandardCharsets.UTF_8),
                    new Repeated(unit, 100_000),
                    bytes("</body></tmx>", StandardCharsets.UTF_8))));
    TmxReader.read(
        file,
        null,
        new TmxListener() {
          @Override
          public void unit(TmxUnit read) {
            told[0]++;
          }

          @Override
          public void skipped(int line, String reason) {}
        });
    assertThat(told[0]).isEqualTo(100_000);
  }

  /** Some bytes, again and again. */
  private static final class Repeated extends InputStream {

    private final byte[] bytes;
    private final long length;
    private long at;

    Repeated(byte[] bytes, int times) {
      this.bytes = bytes;
      this.length = (long) bytes.length * times;
    }

    @Override
    public int read() {
      return at == length ? -1 : bytes[(int) (at++ % bytes.length)];
    }

    @Override
    public int read(byte[] into, int offset, int count) {
      if (at == length) {
        return -1;
      }
      int start = (int) (at % bytes.length);
      int copied = Math.min(count, bytes.length - start);
      System.arraycopy(bytes, start, into, offset, copied);
      at += copied;
      return copied;
    }
  }
}
