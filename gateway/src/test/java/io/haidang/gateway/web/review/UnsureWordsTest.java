package io.haidang.gateway.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.haidang.gateway.review.Ruler;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.web.kit.Assets;
import io.haidang.gateway.web.kit.Frame;
import io.haidang.gateway.web.kit.Languages;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Theme;
import io.haidang.gateway.web.testing.ShownTarget;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.Generation.UncertainSpan;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.translation.Provenance;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.review.SegmentState;
import io.haidang.translation.review.TargetState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the workbench shows of the words that the machine was unsure of. */
class UnsureWordsTest {

  private static final String HINT =
      "Máy không chắc chỗ này. Trong sáu chữ như vậy có năm chữ khác với chữ người dịch chọn;"
          + " nhiều chữ vẫn đúng.";
  private static final String NAME = "Department of Foreign Affairs";
  private static final String HOSTILE =
      "</u></textarea><script>alert(origin)</script>\" onmouseover=\"alert(origin)";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, UnsureWordsTest.class.getClassLoader(), "io.haidang.gateway.web");

  @Test
  void unreadSegment_unsureWords_areMarkedAndListedOnce() {
    String text = "The port and the port.";
    SegmentView segment = segment(text, SegmentState.MACHINE, List.of(), "port", "port");

    Document read = page(segment, false);
    assertThat(read.select(".target .text u").eachText()).containsExactly("port", "port");
    assertThat(read.select(".target .text u").eachAttr("title")).containsOnly(HINT).hasSize(2);
    assertThat(read.select(".unsure-words").text()).isEqualTo("Máy không chắc: port");

    Document edited = page(segment, true);
    assertThat(edited.select(".backdrop u").eachText()).containsExactly("port", "port");
    assertThat(edited.select("textarea").attr("aria-describedby")).isEqualTo("unsure-0");
    assertThat(edited.select("p#unsure-0 u").eachText()).containsExactly("port");
    assertThat(edited.expectFirst("textarea").wholeText()).isEqualTo(text);
  }

  @Test
  void unsureWord_acrossANameAndAFinding_isCutSoThatAllThreeStand() {
    String text = "The " + NAME + " office";
    TextSpan found = new TextSpan(text.indexOf("Affairs"), text.indexOf("office") + 3);
    Finding finding =
        new Finding("untranslated", Severity.WARNING, null, found, "", "still in Vietnamese");
    SegmentView segment =
        segment(text, SegmentState.MACHINE, List.of(finding), "The Department", "office");

    Document read = page(segment, false);

    Element shown = read.expectFirst(".target .text");
    shown.select(".tip").remove();
    assertThat(shown.wholeText()).isEqualTo(text);
    assertThat(shown.select("a.official").text()).isEqualTo(NAME);
    assertThat(shown.select("u").eachText()).containsExactly("The", "Department", "off", "ice");
    assertThat(shown.select("a.official u").eachText()).containsExactly("Department");
    assertThat(shown.select("a.official mark").eachText()).containsExactly("Affairs");
    assertThat(shown.select("u > mark.warning").eachText()).containsExactly("off");
    assertThat(page(segment, true).select("textarea").attr("aria-describedby"))
        .isEqualTo("unsure-0 findings-0");
  }

  @Test
  void unsureWord_hostile_isShownAsText() {
    SegmentView segment =
        segment("A " + HOSTILE + " B", SegmentState.MACHINE, List.of(), HOSTILE, "B");

    for (boolean editable : new boolean[] {true, false}) {
      Document page = page(segment, editable);
      assertThat(page.select("script, [onmouseover]")).isEmpty();
      assertThat(page.select(editable ? ".backdrop u" : ".target .text u").eachText())
          .containsExactly(HOSTILE, "B");
      assertThat(page.select(".unsure-words u").eachText()).containsExactly(HOSTILE, "B");
    }
  }

  @Test
  void unsureWord_withInlineCodesOrPunctuationAlone_isListedWithoutThem() {
    String text = "The ‹1›port‹/1› ‹2/›, 12";
    SegmentView segment =
        segment(text, SegmentState.MACHINE, List.of(), "The", "‹1›port‹/1›", "‹2/›", ",", "12");

    Document page = page(segment, false);

    assertThat(page.select(".target .text .code").eachText())
        .containsExactly("‹1›", "‹/1›", "‹2/›");
    assertThat(page.select(".target .text u").eachText()).containsExactly("The", "port", ",", "12");
    assertThat(page.select(".unsure-words u").eachText()).containsExactly("The", "port", "12");
  }

  @Test
  void readSegment_orTextThatCouldNotBeSaved_hasNoMarks() {
    SegmentView confirmed = segment("The port.", SegmentState.CONFIRMED, List.of(), "port");
    SegmentView unread = segment("The port.", SegmentState.MACHINE, List.of(), "port");

    assertThat(page(confirmed, true).select("u, .unsure-words")).isEmpty();
    assertThat(page(confirmed, true).select("textarea").hasAttr("aria-describedby")).isFalse();
    assertThat(
            page(unread, true, new SegmentCard.Unsaved("A port", "stale", false, true))
                .select("u, .unsure-words"))
        .isEmpty();
  }

  private Document page(SegmentView segment, boolean editable) {
    return page(segment, editable, null);
  }

  private Document page(
      SegmentView segment, boolean editable, SegmentCard.@Nullable Unsaved unsaved) {
    Texts texts = Texts.of(Languages.VIETNAMESE);
    Frame frame =
        new Frame(texts, new Assets(), Theme.SYSTEM, "", "", null, "", "/", () -> 0, () -> 0);
    StringOutput page = new StringOutput();
    templates.render(
        "review/segment.jte",
        Map.of(
            "frame",
            frame,
            "card",
            new Cards(
                    ShownTarget.of(TargetState.IN_REVIEW, 1, 1, null),
                    Ruler.ENDLESS,
                    new TermEnforcer(Glossary.starter()),
                    texts)
                .card(segment, unsaved),
            "editable",
            editable,
            "filter",
            "",
            "page",
            1),
        page);
    return Jsoup.parse(page.toString());
  }

  /** A segment in which the machine was unsure of {@code words}, one after the other. */
  private static SegmentView segment(
      String text, SegmentState state, List<Finding> findings, String... words) {
    List<UncertainSpan> unsure = new ArrayList<>();
    int from = 0;
    for (String word : words) {
      int start = text.indexOf(word, from);
      from = start + word.length();
      unsure.add(new UncertainSpan(start, from, -3));
    }
    return new SegmentView(
        0,
        0,
        Role.SENTENCE,
        List.of(0),
        "Sở Ngoại vụ",
        text,
        text,
        state,
        1,
        -0.2,
        0.8,
        unsure,
        findings,
        List.of(),
        new Provenance("engine", "1", "", "starter", false, 0));
  }
}
