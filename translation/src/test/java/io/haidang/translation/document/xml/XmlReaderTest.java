package io.haidang.translation.document.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import java.io.ByteArrayInputStream;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

final class XmlReaderTest {

  @Test
  void read_document_knowsEveryPlace() {
    String text = "<?xml version='1.0'?><!-- a --><r x:a='1 &amp; 2'><b>Một<c/></b> &#x110;</r>\n";
    XmlElement root = XmlReader.read(text);
    XmlElement b = root.child("b").orElseThrow();

    assertThat(text.substring(root.start(), root.end())).startsWith("<r ").endsWith("</r>");
    assertThat(text.substring(b.contentStart(), b.contentEnd())).isEqualTo("Một<c/>");
    assertThat(b.children().get(0).isOneTag()).isTrue();
    assertThat(root.value("x:a")).isEqualTo("1 & 2");
    assertThat(root.text()).isEqualTo("Một Đ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>", "<a></b>", "<a/><b/>", "a<a/>", "<a x=1/>", "<a x='1' x='2'/>", "<a x='<'/>",
        "<a>&b;</a>", "<a>&</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a", "<!-- <a/>", "",
        "<a><![CDATA[</a>", "<a x='1'y='2'/>", "<!ELEMENT a><a/>", "<a/><!DOCTYPE a>", "< a/>"
      })
  void read_malformed_isRefused(String text) {
    assertThatThrownBy(() -> XmlReader.read(text))
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
  }

  @Test
  void read_declarations_areUnsafe() {
    assertThatThrownBy(() -> XmlReader.read("<!DOCTYPE a [<!ENTITY b SYSTEM 'c'>]><a>&b;</a>"))
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSAFE));
  }

  /** Whatever is read here is well-formed for the parser of the platform, too. */
  @Test
  void read_accepted_isAcceptedByThePlatform() throws Exception {
    String[] atoms = {
      "<a>",
      "</a>",
      "<b x='1'>",
      "</b>",
      "<c/>",
      "t ",
      "&amp;",
      "<!-- k -->",
      "<![CDATA[<]]>",
      "&",
      "'"
    };
    Random random = new Random(20_261_130);
    int accepted = 0;
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder("<r>");
      for (int n = random.nextInt(7); n > 0; n--) {
        text.append(atoms[random.nextInt(atoms.length)]);
      }
      String document = text.append("</r>").toString();
      boolean read = isRead(document);
      accepted += read ? 1 : 0;
      assertThat(read).as(document).isEqualTo(isWellFormed(document));
    }
    assertThat(accepted).isGreaterThan(300);
  }

  private static boolean isRead(String document) {
    try {
      XmlReader.read(document);
      return true;
    } catch (DocumentException e) {
      return false;
    }
  }

  private static boolean isWellFormed(String document) throws Exception {
    try {
      javax.xml.parsers.DocumentBuilder builder =
          DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      builder.parse(new ByteArrayInputStream(document.getBytes(UTF_8)));
      return true;
    } catch (SAXException e) {
      return false;
    }
  }
}
