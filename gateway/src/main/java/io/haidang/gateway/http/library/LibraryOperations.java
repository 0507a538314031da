package io.haidang.gateway.http.library;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.library.Library;
import io.haidang.gateway.library.Library.Page;
import io.haidang.gateway.library.Library.Passage;
import io.haidang.gateway.library.LibraryEntry;
import io.haidang.gateway.library.LibraryQuery;
import io.haidang.gateway.library.LibraryQuery.Facet;
import io.haidang.gateway.review.ReviewDesk;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;

/** Finding what was signed off, and using passages of it again. */
public final class LibraryOperations {

  private static final int MOST_PURPOSE = 200;

  private final Library library;
  private final ReviewDesk desk;

  private LibraryOperations(Library library, ReviewDesk desk) {
    this.library = library;
    this.desk = desk;
  }

  public static void add(Operations operations) {
    LibraryOperations entries =
        new LibraryOperations(
            operations.services().library().library(), operations.services().desk());
    operations.json("searchLibrary", entries::search);
    operations.json("getLibraryEntry", entries::get);
    operations.created("takePassage", entries::take);
  }

  private JsonObject search(ApiCall call) {
    Map<Facet, String> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      call.text(PublicName.of(facet)).ifPresent(value -> chosen.put(facet, value));
    }
    LibraryQuery query = new LibraryQuery(call.text("q").orElse(""), chosen);
    Page page = library.search(query, call.account(), call.offset(), call.limit());
    JsonObject facets = new JsonObject();
    page.facets()
        .forEach(
            (facet, counts) ->
                facets.put(PublicName.of(facet), new JsonObject(Map.copyOf(counts))));
    return new JsonObject()
        .put("total", page.total())
        .put("entries", ApiJson.array(page.entries(), LibraryOperations::entry))
        .put("facets", facets);
  }

  private JsonObject get(ApiCall call) {
    LibraryEntry entry = library.entry(call.id(), call.account());
    return entry(entry)
        .put("text", entry.text().body())
        .put(
            "similar",
            ApiJson.array(library.similar(entry, call.account()), LibraryOperations::entry));
  }

  private JsonObject take(ApiCall call) {
    String purpose =
        TextField.require("purpose", call.body().getString("purpose", ""), MOST_PURPOSE);
    Passage passage =
        library.take(call.id(), call.body().getInteger("segment"), purpose, desk, call.account());
    return new JsonObject()
        .put("segment", passage.segment())
        .put("source", passage.source())
        .put("text", passage.text())
        .put("citation", passage.citation())
        .put("from", entry(passage.from()));
  }

  private static JsonObject entry(LibraryEntry entry) {
    return new JsonObject()
        .put("title", entry.text().title())
        .put("office", entry.story().office().name())
        .put("owner", entry.story().owner().displayName())
        .put("label", PublicName.of(entry.story().sensitivity()))
        .put("textDate", entry.story().textDate().toString())
        .put("product", ApiJson.target(entry.target()))
        .put("href", "/api/v1/library/" + entry.target().id());
  }
}
