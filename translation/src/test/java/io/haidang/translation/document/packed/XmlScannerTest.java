package io.haidang.translation.document.packed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.packed.XmlScanner.Token;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlScannerTest {

  @Test
  void tokens_together_areTheSource() {
    String source =
        "\uFEFF<?xml version='1.0'?>\n<a:b xmlns:a=\"u\" c='x > y'><!-- <d> --><a:e/>t &amp; u"
            + "<![CDATA[<f>]]></a:b >\n";
    XmlScanner scanner = scanner(source);
    StringBuilder copied = new StringBuilder("\uFEFF");
    while (scanner.next() != Token.DONE) {
      copied.append(scanner.raw());
    }

    assertThat(copied).hasToString(source);
  }

  @Test
  void names_followTheirNamespace_notTheirPrefix() {
    XmlScanner scanner =
        scanner("<x xmlns='u'><y:z xmlns:y='u' y:k='1' k='2'/><q xmlns='v'/><x/></x>");

    assertThat(scanner.next()).isEqualTo(Token.START);
    assertThat(scanner.name()).isEqualTo("p:x");
    scanner.next();
    assertThat(scanner.name()).isEqualTo("p:z");
    assertThat(scanner.attribute("p:k")).isEqualTo("1");
    assertThat(scanner.attribute("k")).isEqualTo("2");
    assertThat(scanner.attribute("l")).isNull();
    scanner.next();
    assertThat(scanner.name()).isEqualTo("?:q");
    scanner.next();
    assertThat(scanner.name()).isEqualTo("p:x");
  }

  @Test
  void content_ofAnElement_isItsCharacters() {
    XmlScanner scanner = scanner("<x xmlns='u'>a&#x1F6A2;<y>&lt;b</y><![CDATA[&amp;]]></x>");
    scanner.next();

    assertThat(scanner.content()).isEqualTo("a\uD83D\uDEA2<b&amp;");
    assertThat(scanner.depth()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>",
        "</a>",
        "<a></b>",
        "<a><b></a></b>",
        "<a b></a>",
        "<a b=c/>",
        "<a b='<'/>",
        "<a b=\"",
        "<a",
        "<",
        "< a/>",
        "<a/",
        "<!-- a",
        "<![CDATA[ a",
        "<?a",
        "<!DOCTYPE a>",
        "<a>&b;</a>",
        "<a>&</a>",
        "<a>&#xD800;</a>",
        "<a>&#99999999;</a>",
        "<a>&;</a>"
      })
  void brokenMarkup_isRefused(String source) {
    XmlScanner scanner = scanner(source);

    assertThatThrownBy(
            () -> {
              while (scanner.next() != Token.DONE) {
                if (scanner.token() == Token.TEXT) {
                  scanner.characters();
                }
              }
            })
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("(expected: ");
  }

  private static XmlScanner scanner(String source) {
    return new XmlScanner(XmlPart.decode("a.xml", source.getBytes(UTF_8)), Map.of("u", "p"));
  }
}
