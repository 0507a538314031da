package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.TermClient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a screen reader needs of the pages about official names. */
class ReadablePagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final List<String> FIELDS = List.of("input", "select", "textarea");
  private static TermClient nam;

  /** A name with a proposal, so that the pages have something to show. */
  @BeforeAll
  static void propose() {
    TermClient mai = new TermClient(DESK.desk(), "mai");
    nam = new TermClient(DESK.desk(), "nam");
    mai.proposeNew("t-1", "Trung tâm Một", "Centre One");
    nam.decide("approve", nam.newestProposal(), "");
    mai.send(
        TermClient.CONCEPT + "t-1/edit",
        TermClient.form("Trung tâm Một", "Centre Two", mai.version("t-1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/glossary",
        "/glossary/new",
        "/glossary/concepts/t-1",
        "/glossary/concepts/t-1/edit",
        "/glossary/concepts/t-1/uses",
        "/glossary/proposals",
        "/glossary/proposals?state=approved",
        "/glossary/releases",
        "/glossary/diff?from=1&to=2",
        "/glossary/releases/1/rollback",
        "/glossary/releases/1/export",
        "/glossary/candidates",
        "/glossary/import",
        "/glossary/campaigns"
      })
  void page_itsParts_haveNames(String path) {
    Document page = Jsoup.parse(nam.page(path));

    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.title()).doesNotStartWith(" ·");
    Set<String> ids = new HashSet<>();
    for (Element element : page.select("[id]")) {
      assertThat(ids.add(element.id())).as("id %s twice", element.id()).isTrue();
    }
    for (Element element : page.getAllElements()) {
      if (FIELDS.contains(element.normalName()) && !element.attr("type").equals("hidden")) {
        assertThat(isNamed(element, page)).as(element.cssSelector()).isTrue();
      }
      for (String reference : element.attr("aria-describedby").split(" ", -1)) {
        assertThat(reference.isEmpty() || ids.contains(reference)).as(reference).isTrue();
      }
      assertThat(element.hasAttr("tabindex") && element.attr("tabindex").matches("[1-9].*"))
          .as("order of focus")
          .isFalse();
    }
    page.select("thead th").forEach(head -> assertThat(head.attr("scope")).isEqualTo("col"));
  }

  private static boolean isNamed(Element field, Document page) {
    return field.hasAttr("aria-label")
        || field.closest("label") != null
        || !page.select("label[for=" + field.id() + "]").isEmpty();
  }
}
