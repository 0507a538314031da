package io.haidang.models.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.haidang.models.GenerationHints;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The instructions of one version, and the data that goes with them. Immutable. */
final class Prompt {

  /** Changes with every change of the words or of the data's form. */
  static final String VERSION = "translate-2";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TEMPLATE = read(VERSION + ".txt");

  private Prompt() {}

  static String instructions(LanguagePair pair, DataFence fence) {
    return TEMPLATE
        .replace("{source}", pair.source().getDisplayName(Locale.ENGLISH))
        .replace("{target}", pair.target().getDisplayName(Locale.ENGLISH))
        .replace("{fence}", fence.mark());
  }

  /** The requests by id, as JSON on one line. */
  static String data(Map<String, GenerationRequest> requests) {
    ObjectNode root = MAPPER.createObjectNode();
    List<String> wishes = wishes(requests.values());
    if (!wishes.isEmpty()) {
      wishes.forEach(root.putArray("wishes")::add);
    }
    ArrayNode segments = root.putArray("segments");
    requests.forEach((id, request) -> write(segments.addObject().put("id", id), request));
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("prompt: cannot be written", e);
    }
  }

  /** Of all requests together: they come from one text. */
  private static List<String> wishes(Collection<GenerationRequest> requests) {
    return requests.stream()
        .flatMap(request -> request.hints().wishes().stream())
        .distinct()
        .toList();
  }

  private static void write(ObjectNode segment, GenerationRequest request) {
    GenerationHints hints = request.hints();
    strings(segment, "before", hints.before());
    segment.put("text", request.text());
    strings(segment, "after", hints.after());
    for (GenerationHints.TermHint term : hints.terms()) {
      segment
          .withArray("/terms")
          .addObject()
          .put("source", term.source())
          .put("write", term.rendering())
          .put("note", term.note());
    }
    for (GenerationHints.SimilarTranslation similar : hints.similar()) {
      segment
          .withArray("/similar")
          .addObject()
          .put("source", similar.source())
          .put("target", similar.target());
    }
    request
        .requiredPhrases()
        .forEach(
            phrase -> {
              ArrayNode wordings = segment.withArray("/must_contain").addArray();
              phrase.alternatives().forEach(wordings::add);
            });
  }

  private static void strings(ObjectNode segment, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      texts.forEach(segment.putArray(name)::add);
    }
  }

  private static String read(String resource) {
    try (InputStream in = Prompt.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": missing (expected: a resource beside us)");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
