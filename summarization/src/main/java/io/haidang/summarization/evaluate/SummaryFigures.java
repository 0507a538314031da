package io.haidang.summarization.evaluate;

import io.haidang.summarization.StoryText;
import io.haidang.summarization.evaluate.SummarySet.Article;
import io.haidang.summarization.length.LengthUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How one method did on a set.
 *
 * @param method its name
 * @param articles how many
 * @param empty for how many it made nothing; these count with 0
 * @param rouge mean F1
 * @param words mean length of the summaries
 * @param articlesPerSecond on this machine
 */
public record SummaryFigures(
    String method, int articles, int empty, Rouge rouge, double words, double articlesPerSecond) {

  /** Runs a method over a set. <b>Blocking:</b> as long as that takes. */
  public static SummaryFigures of(
      SummaryMethod method, SummarySet set, Locale language, LocalDate date) {
    List<StoryText> stories =
        set.articles().stream().map(article -> article.story(language, date)).toList();
    long start = System.nanoTime();
    List<String> summaries = stories.stream().map(method::summarize).toList();
    double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    List<Rouge> scores = new ArrayList<>();
    for (int i = 0; i < summaries.size(); i++) {
      Article article = set.articles().get(i);
      scores.add(Rouge.of(article.reference(), summaries.get(i)));
    }
    return new SummaryFigures(
        method.name(),
        scores.size(),
        (int) summaries.stream().filter(String::isEmpty).count(),
        Rouge.mean(scores),
        summaries.stream().mapToInt(LengthUnit.WORDS::of).average().orElse(0),
        scores.size() / Math.max(seconds, 1e-9));
  }
}
