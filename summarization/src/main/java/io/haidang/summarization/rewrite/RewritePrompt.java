package io.haidang.summarization.rewrite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The instructions of one version, and the data that goes with them. */
final class RewritePrompt {

  /** Changes with every change of the words or of the data's form. */
  static final String VERSION = "rewrite-1";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TEMPLATE = read(VERSION + ".txt");

  private RewritePrompt() {}

  /** Instructions without a word of the text; the mark of the fence is still to be filled in. */
  static String instructions(RewriteTask task) {
    return TEMPLATE
        .replace("{language}", task.language().getDisplayName(Locale.ENGLISH))
        .replace("{task}", task(task));
  }

  private static String task(RewriteTask task) {
    return switch (task.extent()) {
      case CORRECT ->
          "Correct mistakes of spelling, grammar and punctuation, and change nothing else.";
      case REPHRASE -> "Word each text better. It is to sound " + task.manner().description() + ".";
    };
  }

  /** The texts by id, as JSON on one line. */
  static String data(List<String> texts) {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode list = root.putArray("texts");
    for (int i = 0; i < texts.size(); i++) {
      list.addObject().put("id", id(i)).put("text", texts.get(i));
    }
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("prompt: cannot be written", e);
    }
  }

  static String id(int index) {
    return "t" + (index + 1);
  }

  private static String read(String resource) {
    try (InputStream in = RewritePrompt.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": missing (expected: a resource beside us)");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
