package io.haidang.summarization.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.haidang.summarization.Form;
import io.haidang.summarization.extract.OutlineSentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The instructions of one version, and the data that goes with them. */
final class SummaryPrompt {

  /** Changes with every change of the words or of the data's form. */
  static final String VERSION = "summarise-1";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TEMPLATE = read(VERSION + ".txt");

  private SummaryPrompt() {}

  /** Instructions without a word of the text; the mark of the fence is still to be filled in. */
  static String instructions(Form form, Locale language) {
    return TEMPLATE
        .replace("{language}", language.getDisplayName(Locale.ENGLISH))
        .replace("{form}", form.id())
        .replace("{limits}", limits(form));
  }

  private static String limits(Form form) {
    String most = "at most " + form.most() + " " + unit(form) + ".";
    return switch (form.kind()) {
      case HEADLINE -> "one line without a full stop, " + most;
      case POINTS -> "three to five sentences of one fact each, " + most;
      case STANDFIRST, ALT_TEXT -> "one or two whole sentences, " + most;
      case SUMMARY, POST -> "whole sentences, " + most;
    };
  }

  private static String unit(Form form) {
    return switch (form.unit()) {
      case WORDS -> "words, counted by spaces";
      case X_WEIGHT -> "characters, of which most Vietnamese letters with two marks count twice";
      case CHARACTERS, GRAPHEMES -> "characters";
    };
  }

  /** The sentences by id, as JSON on one line. */
  static String data(Form form, List<OutlineSentence> sentences) {
    ObjectNode root = MAPPER.createObjectNode().put("form", form.id());
    ArrayNode list = root.putArray("sentences");
    for (int i = 0; i < sentences.size(); i++) {
      list.addObject().put("id", id(i)).put("text", sentences.get(i).text());
    }
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("prompt: cannot be written", e);
    }
  }

  static String id(int index) {
    return "s" + (index + 1);
  }

  private static String read(String resource) {
    try (InputStream in = SummaryPrompt.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": missing (expected: a resource beside us)");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
