package io.haidang.gateway.web.library;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.library.Library;
import io.haidang.gateway.library.Library.Page;
import io.haidang.gateway.library.LibraryEntry;
import io.haidang.gateway.library.LibraryQuery;
import io.haidang.gateway.library.LibraryQuery.Facet;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finding what was signed off. */
final class SearchPage {

  private static final int SIZE = 20;
  private static final int SNIPPET = 260;

  private final Library library;
  private final Renderer renderer;

  SearchPage(Library library, Renderer renderer) {
    this.library = library;
    this.renderer = renderer;
  }

  /** Hits, and how to narrow them down. */
  record View(LibraryQuery query, long total, List<Hit> hits, List<Group> groups, Pager pager) {

    /** Values of the form that are kept when the words change. */
    List<Map.Entry<String, String>> kept() {
      return query.chosen().entrySet().stream()
          .map(entry -> Map.entry(PublicName.of(entry.getKey()), entry.getValue()))
          .toList();
    }
  }

  /**
   * A hit.
   *
   * @param beginning of its text
   */
  record Hit(LibraryEntry entry, String beginning) {

    String href() {
      return "/library/" + entry.target().id();
    }
  }

  /** A facet with its values. */
  record Group(String name, List<Choice> choices) {}

  /**
   * A value of a facet.
   *
   * @param href of the page with it, or without it when it is chosen
   */
  record Choice(String label, int count, boolean chosen, String href) {}

  Reply show(Visit visit) {
    WebRequest request = visit.request();
    LibraryQuery query = query(request);
    int number = Pager.number(request);
    Page page = library.search(query, visit.account(), (number - 1) * SIZE, SIZE);
    View view =
        new View(
            query,
            page.total(),
            page.entries().stream().map(SearchPage::hit).toList(),
            groups(page, query, visit.texts()),
            Pager.of(request, href(query), page.total(), SIZE));
    String title = visit.texts().get("library.title");
    return Reply.html(renderer.page(visit, "library/search", title, "library", view));
  }

  private static LibraryQuery query(WebRequest request) {
    Map<Facet, String> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      chosen.put(facet, request.parameter(PublicName.of(facet)));
    }
    return new LibraryQuery(request.parameter("q").strip(), chosen);
  }

  private static Hit hit(LibraryEntry entry) {
    String title = entry.text().title();
    String body = entry.text().body();
    String rest = body.startsWith(title) ? body.substring(title.length()).strip() : body;
    int end = rest.offsetByCodePoints(0, Math.min(SNIPPET, rest.codePointCount(0, rest.length())));
    return new Hit(entry, end < rest.length() ? rest.substring(0, end) + "…" : rest);
  }

  private static List<Group> groups(Page page, LibraryQuery query, Texts texts) {
    return List.of(Facet.values()).stream()
        .filter(facet -> page.facets().containsKey(facet))
        .map(
            facet ->
                new Group(
                    texts.get("library." + PublicName.of(facet)),
                    page.facets().getOrDefault(facet, Map.of()).entrySet().stream()
                        .map(value -> choice(facet, value, query, texts))
                        .toList()))
        .toList();
  }

  private static Choice choice(
      Facet facet, Map.Entry<String, Integer> value, LibraryQuery query, Texts texts) {
    boolean chosen = value.getKey().equals(query.chosen().get(facet));
    Map<Facet, String> next = new EnumMap<>(Facet.class);
    next.putAll(query.chosen());
    next.put(facet, chosen ? "" : value.getKey());
    return new Choice(
        label(facet, value.getKey(), texts),
        value.getValue(),
        chosen,
        href(new LibraryQuery(query.text(), next)));
  }

  private static String label(Facet facet, String value, Texts texts) {
    return switch (facet) {
      case LANGUAGE -> texts.language(Locale.forLanguageTag(value));
      case FORM -> texts.form(new ProductForm(value));
      case LABEL -> texts.name("sensitivity", PublicName.constant(Sensitivity.class, value));
      case MONTH -> texts.month(YearMonth.parse(value));
      case OFFICE, OWNER -> value;
    };
  }

  private static String href(LibraryQuery query) {
    StringBuilder href = new StringBuilder("/library?q=").append(encoded(query.text()));
    query
        .chosen()
        .forEach(
            (facet, value) ->
                href.append('&').append(PublicName.of(facet)).append('=').append(encoded(value)));
    return href.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
