package io.haidang.translation.document.xliff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.translation.document.DocumentFilterContract;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.Measure;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.xml.XmlElement;
import io.haidang.translation.document.xml.XmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class XliffFilterTest extends DocumentFilterContract {

  /** A target and its state, and the language that the file is in now, are what a merge writes. */
  @Override
  protected void assertUnchanged(byte[] source, byte[] merged) {
    assertThat(withoutTargets(merged)).isEqualTo(withoutTargets(source));
  }

  private static String withoutTargets(byte[] file) {
    return new String(file, UTF_8)
        .replaceAll("(?s)\\s*<(\\w+:)?target[^>]*?(?:/>|>.*?</(\\w+:)?target>)", "")
        .replaceAll("(?<=<segment)( [^>]*)? state=\"\\w+\"", "$1")
        .replaceAll(" (?:trgLang|target-language|subState)=\"[^\"]*\"", "");
  }

  @Override
  protected List<String> texts(byte[] merged, Path sample) throws IOException {
    String before = TextFile.decode(Files.readAllBytes(sample)).text();
    XmlElement root = XmlReader.read(before);
    Set<Integer> chosen =
        XliffUnits.of(root, before).stream()
            .map(unit -> unit.behind().start())
            .collect(Collectors.toSet());
    List<XmlElement> old = pairs(root, new ArrayList<>());
    String after = TextFile.decode(merged).text();
    List<XmlElement> pairs = pairs(XmlReader.read(after), new ArrayList<>());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      if (old.get(i).children().stream().anyMatch(each -> chosen.contains(each.start()))) {
        XmlElement target = pairs.get(i).child("target").orElseThrow();
        texts.add(XliffInline.of(target, after, true).text());
      }
    }
    return texts;
  }

  private static List<XmlElement> pairs(XmlElement element, List<XmlElement> found) {
    if (Set.of("trans-unit", "segment").contains(element.localName())) {
      found.add(element);
    } else {
      element.children().forEach(child -> pairs(child, found));
    }
    return found;
  }

  @Test
  void version1_targets_areWrittenBesideTheirSources() {
    SegmentedDocument document =
        read(
            DocumentFormat.XLIFF12,
            """
            <xliff version="1.2"><file source-language="vi"><body>
              <trans-unit id="a" maxwidth="9" size-unit="char">
                <source>Chào <g id="1">bạn</g></source>
              </trans-unit>
              <trans-unit id="b"><source>Hai</source><target state="new"/></trans-unit>
              <trans-unit id="c"><source>Ba</source><target state="final">Three</target></trans-unit>
            </body></file></xliff>
            """);

    assertThat(document.segments()).containsExactly("Chào ‹1›bạn‹/1›", "Hai");
    assertThat(document.textUnits().get(0).maxLength()).isEqualTo(9);
    List<String> long10 = List.of("Hello ‹1›your‹/1›", "Two");
    assertThat(document.measure(0, long10, MergeOptions.of(Locale.ENGLISH)))
        .containsExactly(Measure.of("characters", 10, 9));
    assertThat(document.measure(1, long10, MergeOptions.of(Locale.ENGLISH)))
        .containsExactly(Measure.free("characters", 3));
    assertThat(document.mergeText(List.of("Hello ‹1›you‹/1›", "A < B & C"), Locale.ENGLISH))
        .isEqualTo(
            """
            <xliff version="1.2"><file source-language="vi" target-language="en"><body>
              <trans-unit id="a" maxwidth="9" size-unit="char">
                <source>Chào <g id="1">bạn</g></source>
                <target state="translated">Hello <g id="1">you</g></target>
              </trans-unit>
              <trans-unit id="b"><source>Hai</source><target state="translated">A &lt; B &amp; C</target></trans-unit>
              <trans-unit id="c"><source>Ba</source><target state="final">Three</target></trans-unit>
            </body></file></xliff>
            """);
  }

  @Test
  void version2_segments_areTranslatedAndSaySo() {
    SegmentedDocument document =
        read(
            DocumentFormat.XLIFF2,
            """
            <xliff version="2.1" srcLang="vi" trgLang="en-GB"><file id="f"><unit id="u">
              <segment state="initial" subState="x:y"><source>Một <ph id="1"/>hai</source></segment>
              <segment><source>Ba</source><target>cũ</target></segment>
            </unit></file></xliff>
            """);

    assertThat(document.mergeText(List.of("One <two> ‹1/›", "Three"), Locale.ENGLISH))
        .isEqualTo(
            """
            <xliff version="2.1" srcLang="vi" trgLang="en-GB"><file id="f"><unit id="u">
              <segment state="translated"><source>Một <ph id="1"/>hai</source><target>One &lt;two&gt; <ph id="1"/></target></segment>
              <segment state="translated"><source>Ba</source><target>Three</target></segment>
            </unit></file></xliff>
            """);
  }

  private static SegmentedDocument read(DocumentFormat format, String text) {
    return SegmentedDocument.read(format, text, VI);
  }
}
