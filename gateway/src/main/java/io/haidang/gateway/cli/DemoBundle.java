package io.haidang.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One story, many products: what is made of a press text in two languages, the facts that all of it
 * states, and what becomes of it when one figure changes. Not thread-safe.
 */
final class DemoBundle {

  private static final String FIGURE = "1,25 tỷ USD";
  private static final String PUT_RIGHT = "1,35 tỷ USD";

  private static final List<String> FORMS =
      List.of(
          "translation",
          "headline",
          "standfirst",
          "key-points",
          "summary-100",
          "post-x",
          "post-facebook",
          "post-linkedin");

  private final DemoText text;
  private final DemoText transcript;
  private final DemoClient editor;
  private final DemoClient reviewer;
  private final Path output;
  private final PrintStream out;

  DemoBundle(
      DemoText text,
      DemoText transcript,
      DemoClient editor,
      DemoClient reviewer,
      Path output,
      PrintStream out) {
    this.text = text;
    this.transcript = transcript;
    this.editor = editor;
    this.reviewer = reviewer;
    this.output = output;
    this.out = out;
  }

  void tell() throws IOException {
    out.printf("%n== %s as a story: one text, many products ==%n", text.name());
    JsonNode story = editor.post("bundles", Map.of("content", content(), "textDate", date()));
    String id = story.path("id").asText();
    String article = asset(story, 0);
    ask(article, FORMS);
    JsonNode parts =
        editor.postFile(
            "bundles/" + id + "/assets",
            Map.of("kind", "file"),
            transcript.file(),
            transcript.content());
    ask(asset(parts, 1), List.of("subtitles"));
    JsonNode made = await(id);
    printProducts(made);
    printLedger(id);
    approveAll(made);
    deliver(id);
    changeTheFigure(id, article);
  }

  private String content() {
    return new String(text.content(), StandardCharsets.UTF_8);
  }

  private String date() {
    return text.date().toString();
  }

  private static String asset(JsonNode story, int index) {
    return story.path("assets").path(index).path("id").asText();
  }

  private void ask(String asset, List<String> forms) {
    editor.post(
        "assets/" + asset + "/products", Map.of("forms", forms, "languages", List.of("vi", "en")));
  }

  /** The story when no worker is at any of its products. */
  private JsonNode await(String id) {
    while (true) {
      JsonNode story = editor.get("bundles/" + id);
      if (story.path("products").findValuesAsText("state").stream().noneMatch(this::isUnderWay)) {
        return story;
      }
      DemoClient.pause();
    }
  }

  private boolean isUnderWay(String state) {
    return state.equals("draft") || state.equals("machine");
  }

  /** Translations are long and stand above; of the others, all that was made. */
  private void printProducts(JsonNode story) {
    for (JsonNode product : story.path("products")) {
      JsonNode segments = segments(product);
      String form = product.path("form").asText();
      if (form.equals("translation")) {
        out.printf("  %-20s %d segments%n", name(product), segments.size());
        continue;
      }
      boolean first = true;
      for (JsonNode segment : segments) {
        out.printf("  %-20s %s%n", first ? name(product) : "", shown(segment));
        first = false;
      }
    }
  }

  private JsonNode segments(JsonNode product) {
    return editor.get("targets/" + product.path("id").asText() + "/segments").path("segments");
  }

  private static String name(JsonNode product) {
    return product.path("form").asText() + " " + product.path("language").asText();
  }

  /** A form that nothing whole fits is empty, and says why. */
  private static String shown(JsonNode segment) {
    String target = segment.path("target").asText();
    return target.isEmpty()
        ? "(empty: " + segment.path("findings").path(0).path("detail").asText() + ")"
        : target.replace("\n", " / ");
  }

  private void printLedger(String id) throws IOException {
    JsonNode ledger = editor.get("bundles/" + id + "/ledger");
    Path file = output.resolve(text.name() + ".ledger.json");
    Files.writeString(file, ledger.toPrettyString());
    out.printf("  the facts, and in how many places products state them (wrote %s):%n", file);
    for (JsonNode fact : ledger.path("facts")) {
      if (fact.path("told").asBoolean()) {
        out.printf(
            "    %-12s %-30s %d%n",
            fact.path("kind").asText(),
            fact.path("places").path(0).path("wording").asText(),
            fact.path("statements").size());
      }
    }
  }

  /** A form that nothing whole fits is turned down; nobody signs off what says nothing. */
  private void approveAll(JsonNode story) {
    int approved = 0;
    for (JsonNode product : story.path("products")) {
      String id = product.path("id").asText();
      boolean isEmpty = isEmpty(segments(product));
      if (!isEmpty) {
        DemoStory.acceptErrors(reviewer, id);
        approved++;
      }
      reviewer.post(
          "targets/" + id + "/decisions",
          isEmpty ? DemoStory.rejection(product) : DemoStory.approval(product));
    }
    int all = story.path("products").size();
    out.printf(
        "  approved by reviewer: %d products, %d empty ones turned down%n",
        approved, all - approved);
  }

  private static boolean isEmpty(JsonNode segments) {
    return segments.findValuesAsText("target").stream().allMatch(String::isBlank);
  }

  private void deliver(String id) throws IOException {
    editor.post("bundles/" + id + "/publications", Map.of("products", List.of()));
    Path file = output.resolve(text.name() + ".zip");
    Files.write(file, editor.getFile("bundles/" + id + "/archive"));
    out.printf("  delivered together, wrote %s%n", file);
  }

  private void changeTheFigure(String id, String article) {
    out.printf("  the editor puts %s right: %s%n", FIGURE, PUT_RIGHT);
    editor.post(
        "assets/" + article + "/revisions",
        Map.of("content", content().replace(FIGURE, PUT_RIGHT), "note", PUT_RIGHT));
    JsonNode changed = editor.get("bundles/" + id);
    int stale = 0;
    for (JsonNode product : changed.path("products")) {
      if (product.path("staleReasons").asInt() > 0) {
        stale++;
        out.printf("    stale: %-20s %s%n", name(product), reason(product));
      }
    }
    out.printf("  stale: %d of %d products%n", stale, changed.path("products").size());
    editor.post("bundles/" + id + "/remakings", Map.of());
    JsonNode again = await(id);
    long inReview =
        again.path("products").findValuesAsText("state").stream()
            .filter("in-review"::equals)
            .count();
    out.printf("  made anew and in review again: %d; the others stay delivered%n", inReview);
  }

  private String reason(JsonNode product) {
    JsonNode reason =
        editor
            .get("targets/" + product.path("id").asText() + "/stale-reasons")
            .path("reasons")
            .path(0);
    return "%s: %s -> %s"
        .formatted(
            reason.path("kind").asText(),
            shortened(reason.path("before").asText()),
            shortened(reason.path("after").asText()));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, text.lastIndexOf(' ', 40)) + " …";
  }
}
