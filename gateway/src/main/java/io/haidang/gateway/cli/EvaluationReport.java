package io.haidang.gateway.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.haidang.translation.Provenance;
import io.haidang.translation.evaluate.FiguresComparison;
import io.haidang.translation.evaluate.NameFigures;
import io.haidang.translation.evaluate.SentenceOutcome;
import io.haidang.translation.evaluate.TermMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an evaluation of official names has found, as JSON.
 *
 * @param engine which model wrote the translations
 * @param engineVersion of its files
 * @param glossary release of the official names
 * @param figures by share of the set, then by mode
 * @param missed sentences in which something is wrong; empty in a file that is kept to compare with
 */
record EvaluationReport(
    String engine,
    String engineVersion,
    String glossary,
    Map<String, Map<TermMode, NameFigures>> figures,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Missed> missed) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** A file that is kept to compare with has no such field. */
  @SuppressWarnings("NullAway") // Jackson may pass null.
  EvaluationReport {
    missed = missed == null ? List.of() : List.copyOf(missed);
  }

  /**
   * A sentence in which something is wrong.
   *
   * @param id of the sentence
   * @param mode which names the translator was given
   * @param missing names that the translation lacks
   * @param forbidden forbidden wordings in it
   * @param inserted names that were given to the translator and do not belong there
   * @param own official names that nobody gave and that do not belong there either
   */
  record Missed(
      String id,
      TermMode mode,
      String source,
      String translation,
      List<String> missing,
      List<String> forbidden,
      List<String> inserted,
      List<String> own) {

    private static Missed of(SentenceOutcome outcome, TermMode mode) {
      return new Missed(
          outcome.sentence().id(),
          mode,
          outcome.sentence().source(),
          outcome.translation(),
          outcome.names().stream()
              .filter(name -> !name.kept())
              .map(name -> name.name().wording())
              .toList(),
          outcome.forbidden(),
          outcome.inserted(),
          outcome.own());
    }
  }

  /**
   * The report of one run.
   *
   * @param outcomes every sentence in every mode; at least one
   */
  static EvaluationReport of(Map<TermMode, List<SentenceOutcome>> outcomes, String glossary) {
    Map<String, Map<TermMode, NameFigures>> figures = new LinkedHashMap<>();
    List<Missed> missed = new ArrayList<>();
    outcomes.forEach(
        (mode, sentences) -> {
          byShare(sentences)
              .forEach(
                  (share, part) ->
                      figures
                          .computeIfAbsent(share, s -> new EnumMap<>(TermMode.class))
                          .put(mode, NameFigures.of(part)));
          sentences.stream()
              .filter(outcome -> isWrong(outcome, mode))
              .forEach(outcome -> missed.add(Missed.of(outcome, mode)));
        });
    Provenance engine = outcomes.values().iterator().next().get(0).translated().provenance();
    return new EvaluationReport(engine.engine(), engine.engineVersion(), glossary, figures, missed);
  }

  private static Map<String, List<SentenceOutcome>> byShare(List<SentenceOutcome> outcomes) {
    Map<String, List<SentenceOutcome>> shares = new LinkedHashMap<>();
    for (SentenceOutcome outcome : outcomes) {
      shares.computeIfAbsent(outcome.sentence().share(), s -> new ArrayList<>()).add(outcome);
    }
    return shares;
  }

  /** Without its names a translator cannot be blamed for missing them. */
  private static boolean isWrong(SentenceOutcome outcome, TermMode mode) {
    boolean blamable = mode == TermMode.PROPER;
    return !outcome.inserted().isEmpty()
        || (blamable && !(outcome.keepsEveryName() && outcome.forbidden().isEmpty()));
  }

  static EvaluationReport read(Path file) throws IOException {
    try {
      return JSON.readValue(Files.readString(file), EvaluationReport.class);
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          file + ": not the figures of an evaluation (expected: what --update writes)");
    }
  }

  void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
  }

  EvaluationReport withoutSentences() {
    return new EvaluationReport(engine, engineVersion, glossary, figures, List.of());
  }

  /** What is worse than in {@code before}, and what that has and this lacks. */
  List<String> worseThan(EvaluationReport before) {
    List<String> worse = new ArrayList<>();
    before.figures.forEach(
        (share, modes) ->
            modes.forEach(
                (mode, earlier) -> {
                  NameFigures now = figures.getOrDefault(share, Map.of()).get(mode);
                  List<String> lines =
                      now == null
                          ? List.of("none (expected: figures, as before)")
                          : FiguresComparison.worse(earlier, now);
                  lines.forEach(line -> worse.add(share + ", " + name(mode) + ": " + line));
                }));
    return worse;
  }

  static String name(TermMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
