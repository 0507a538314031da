package io.haidang.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The way of one draft through the public API, told step by step. Not thread-safe. */
final class DemoStory {

  private final DemoText text;
  private final DemoClient editor;
  private final DemoClient reviewer;
  private final Path output;
  private final PrintStream out;

  DemoStory(DemoText text, DemoClient editor, DemoClient reviewer, Path output, PrintStream out) {
    this.text = text;
    this.editor = editor;
    this.reviewer = reviewer;
    this.output = output;
    this.out = out;
  }

  void tell() throws IOException {
    out.printf("%n== %s, dated %s ==%n", text.name(), text.date());
    String target = submit();
    JsonNode done = waitForMachine(target);
    JsonNode segments = editor.get("targets/" + target + "/segments").path("segments");
    new DemoTerms(editor.get("glossary")).print(segments, out);
    printFindings(segments);
    printSummary(target);
    refuseTheAuthor(target, done);
    approve(target, done);
    export(target);
    printEvents(target);
  }

  /** Only as far as the reviewer's desk; returns the translation. */
  String translate() {
    String target = submit();
    waitForMachine(target);
    return target;
  }

  private String submit() {
    long start = System.nanoTime();
    JsonNode draft =
        editor.postFile(
            "drafts",
            Map.of(
                "title", text.name(),
                "sourceLanguage", "vi",
                "targetLanguages", List.of("en"),
                "textDate", text.date().toString()),
            text.file(),
            text.content());
    step("submitted by editor", start, text.file() + ", " + text.content().length + " bytes");
    return draft.path("targets").path(0).path("id").asText();
  }

  private JsonNode waitForMachine(String target) {
    long start = System.nanoTime();
    ProgressLine progress = new ProgressLine(out, "translating:");
    while (true) {
      JsonNode state = editor.get("targets/" + target);
      progress.show(state.path("segmentsDone").asInt(), state.path("segmentsTotal").asInt());
      switch (state.path("state").asText()) {
        case "draft", "machine" -> DemoClient.pause();
        case "failed" -> throw new CommandFailure("translation: " + state.path("failure").asText());
        default -> {
          progress.end();
          step("translated and checked", start, state.path("segmentsTotal").asInt() + " segments");
          return state;
        }
      }
    }
  }

  private void printFindings(JsonNode segments) {
    int findings = 0;
    for (JsonNode segment : segments) {
      for (JsonNode finding : segment.path("findings")) {
        findings++;
        out.printf(
            "    segment %d: %s (%s)%s%n",
            segment.path("index").asInt() + 1,
            finding.path("check").asText(),
            finding.path("severity").asText(),
            finding.path("expected").asText().isEmpty()
                ? ""
                : ", expected: " + finding.path("expected").asText());
      }
    }
    out.printf("  %d findings for the reviewer%n", findings);
  }

  private void printSummary(String target) throws IOException {
    long start = System.nanoTime();
    JsonNode summaries = editor.get("targets/" + target + "/summary");
    Path file = output.resolve(text.name() + ".en.summary.json");
    Files.writeString(file, summaries.toPrettyString());
    step("summarised", start, "wrote " + file);
    printForms(summaries.path("source"));
    printForms(summaries.path("target"));
  }

  /** What is not short enough is left out rather than cut off. */
  private void printForms(JsonNode summary) {
    for (String form : List.of("headline", "standfirst")) {
      String text = summary.path(form).path("text").asText();
      if (!text.isEmpty()) {
        out.printf("    %-11s %s%n", form + ":", text);
      }
    }
  }

  /** The author has no reviewer's role here, and could not sign off an own text with it either. */
  private void refuseTheAuthor(String target, JsonNode seen) {
    long start = System.nanoTime();
    HttpResponse<String> refusal =
        editor.postRaw("targets/" + target + "/decisions", approval(seen));
    if (refusal.statusCode() < 400) {
      throw new CommandFailure("the author could approve the own text");
    }
    step("author tries to approve", start, DemoClient.parse(refusal.body()).path("code").asText());
  }

  private void approve(String target, JsonNode seen) {
    long start = System.nanoTime();
    acceptErrors(reviewer, target);
    JsonNode state = reviewer.post("targets/" + target + "/decisions", approval(seen));
    step("approved by reviewer", start, "state " + state.path("state").asText());
  }

  /** Accepts each error at its segment, as a reviewer would who has compared it with the source. */
  static void acceptErrors(DemoClient reviewer, String target) {
    for (JsonNode segment : reviewer.get("targets/" + target + "/segments").path("segments")) {
      for (JsonNode finding : segment.path("findings")) {
        if (finding.path("severity").asText().equals("error")) {
          reviewer.post(
              "targets/%s/segments/%d/findings/%s/ignore"
                  .formatted(target, segment.path("index").asInt(), finding.path("id").asText()),
              Map.of("reason", "Demo: read and accepted."));
        }
      }
    }
  }

  static Map<String, ?> approval(JsonNode seen) {
    return Map.of(
        "decision",
        "approve",
        "version",
        seen.path("version").asInt(),
        "comment",
        "Demo: read; open warnings accepted.");
  }

  static Map<String, ?> rejection(JsonNode seen) {
    return Map.of(
        "decision",
        "reject",
        "version",
        seen.path("version").asInt(),
        "comment",
        "Demo: nothing whole of the text fits this form.");
  }

  private void export(String target) throws IOException {
    long start = System.nanoTime();
    Path path = output.resolve(text.translatedFile());
    Files.write(path, reviewer.postForFile("targets/" + target + "/exports"));
    step("exported", start, "wrote " + path);
  }

  private void printEvents(String target) throws IOException {
    long start = System.nanoTime();
    JsonNode events = reviewer.get("targets/" + target + "/events");
    Path file = output.resolve(text.name() + ".en.events.json");
    Files.writeString(file, events.toPrettyString());
    step("event log", start, events.path("events").size() + " events, wrote " + file);
  }

  private void step(String what, long start, String result) {
    out.printf("  %-26s %9s   %s%n", what, seconds(start), result);
  }

  static String seconds(long start) {
    return String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - start) / 1e9);
  }
}
