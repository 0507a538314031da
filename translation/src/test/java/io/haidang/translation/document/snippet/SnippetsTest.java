package io.haidang.translation.document.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.SegmentedDocument;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnippetsTest {

  private static final SnippetOptions XML = SnippetOptions.of(Markup.XML);

  @Test
  void plain_byLineOrNot_isCutWhereItWasAsked() {
    String text = "Một câu\ndài. Hai câu.\n";
    assertThat(segments(text, SnippetOptions.PLAIN)).containsExactly("Một câu", "dài.", "Hai câu.");
    assertThat(segments(text, plain(Splitting.SENTENCES)))
        .containsExactly("Một câu dài.", "Hai câu.");
    assertThat(segments(text, plain(Splitting.NONE))).containsExactly("Một câu dài. Hai câu.");
  }

  @Test
  void plain_unchanged_comesBackAsItWas() {
    for (Splitting splitting : Splitting.values()) {
      assertUnchanged(" Một câu\r\n\tdài. ‹1› Hai câu. \n", plain(splitting));
    }
  }

  @Test
  void xml_elementInsideASentence_isAnInlineCode() {
    assertThat(segments("Ngày <x id=\"7\"></x> tháng <b>năm</b>", XML))
        .containsExactly("Ngày ‹1›‹/1› tháng ‹2›năm‹/2›");
    assertThat(merged("Ngày <x id=\"7\"/> &amp; <b>năm</b>", XML, "On ‹1/› & ‹2›year < 3‹/2›"))
        .isEqualTo("On <x id=\"7\"/> &amp; <b>year &lt; 3</b>");
  }

  @Test
  void xml_structure_separatesTexts() {
    String text =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE doc>\n<doc><title>Một</title>\n<par>Hai <i>ba</i></par></doc>";
    assertThat(segments(text, XML)).containsExactly("Một", "Hai ‹1›ba‹/1›");
    assertThat(merged(text, XML, "One", "Two ‹1›three‹/1›"))
        .isEqualTo(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE doc>\n"
                + "<doc><title>One</title>\n<par>Two <i>three</i></par></doc>");
  }

  @Test
  void xml_rules_overrideTheOutline() {
    String text =
        "<doc><title>Một</title><par><cell>hai</cell><cell>ba</cell></par><raw>bốn</raw></doc>";
    TagRules rules = new TagRules(false, Set.of("title", "par"), Set.of("cell"), Set.of("raw"));
    SnippetOptions options = new SnippetOptions(Markup.XML, Splitting.SENTENCES_AND_LINES, rules);
    assertThat(segments(text, options)).containsExactly("Một", "‹1›hai‹/1›‹2›ba‹/2›");
    assertUnchanged(text, options);
  }

  @Test
  void xml_ignoredElement_staysAsItIs() {
    TagRules rules = new TagRules(true, Set.of(), Set.of(), Set.of("x", "raw"));
    SnippetOptions options = new SnippetOptions(Markup.XML, Splitting.SENTENCES, rules);
    assertThat(segments("Một <x>hai <b>ba</b></x>\nbốn", options)).containsExactly("Một ‹1/› bốn");
    assertThat(segments("<d><raw>hai</raw><p>Ba</p></d>", options)).containsExactly("Ba");
  }

  @Test
  void html_ignoredElement_staysAsItIs() {
    TagRules rules = new TagRules(true, Set.of(), Set.of(), Set.of("RAW"));
    SnippetOptions options = new SnippetOptions(Markup.HTML, Splitting.SENTENCES, rules);
    assertThat(merged("<p>Một <raw>hai</raw></p>", options, "One"))
        .isEqualTo("<p>One <raw>hai</raw></p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>", "</a>", "a</t><t>b", "<a b=c/>", "&nbsp;",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
        "<a>\u0000</a>", "\ud800", "<![CDATA[", "<?", "<!--", "a < b"
      })
  void xml_thatIsNone_isRefused(String text) {
    assertThatThrownBy(() -> segments(text, XML)).isInstanceOf(DocumentException.class);
  }

  @Test
  void xml_deepOrWide_endsSoon() {
    String deep = "<a>".repeat(5_000) + "x" + "</a>".repeat(5_000);
    assertThatThrownBy(() -> segments(deep, XML)).isInstanceOf(DocumentException.class);
    String wide = "<p>Một</p>".repeat(20_000);
    assertThat(segments(wide, XML)).hasSize(20_000);
  }

  private static SnippetOptions plain(Splitting splitting) {
    return new SnippetOptions(Markup.NONE, splitting, TagRules.DEFAULT);
  }

  private static List<String> segments(String text, SnippetOptions options) {
    return Snippets.read(text, Locale.forLanguageTag("vi"), options).segments();
  }

  private static String merged(String text, SnippetOptions options, String... targets) {
    return Snippets.read(text, Locale.forLanguageTag("vi"), options)
        .mergeText(List.of(targets), Locale.ENGLISH);
  }

  private static void assertUnchanged(String text, SnippetOptions options) {
    SegmentedDocument document = Snippets.read(text, Locale.forLanguageTag("vi"), options);
    assertThat(document.mergeText(document.segments(), Locale.ENGLISH)).isEqualTo(text);
  }
}
