package io.haidang.summarization.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.Stories;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.evaluate.SummarySet;
import io.haidang.summarization.evaluate.SummarySet.Article;
import io.haidang.translation.check.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Two hundred summaries that people wrote, as they are and with one number, day or name made wrong.
 * The faults are sown by patterns of their own, which know nothing of how facts are read.
 */
final class SeededFaultsTest {

  private static final int SUMMARIES = 200;
  private static final Glossary NAMES = Glossary.starter();

  /** What is made wrong. */
  enum Fault {
    NUMBER("(?<![\\d/.,\\p{L}-])\\d+(?:[.,]\\d+)*(?![\\d/\\p{L}-]|[.,]\\d)"),
    DATE("(?<![\\d/])\\d{1,2}/\\d{1,2}(?:/\\d{4})?(?!\\d)"),
    NAME("(?<=[\\p{Ll},] )\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){1,3}(?= [\\p{Ll}]|[,.])");

    private final Pattern place;

    Fault(String place) {
      this.place = Pattern.compile(place);
    }

    Optional<String> sown(String summary, StoryText story, int seed) {
      List<MatchResult> places = place.matcher(summary).results().toList();
      for (int i = 0; i < places.size(); i++) {
        MatchResult found = places.get((seed + i) % places.size());
        String wrong = wrong(found.group(), seed);
        if (!String.join(" ", story.segments()).contains(wrong)) {
          return Optional.of(
              summary.substring(0, found.start()) + wrong + summary.substring(found.end()));
        }
      }
      return Optional.empty();
    }

    private String wrong(String right, int seed) {
      return switch (this) {
        case NUMBER -> number(right, seed);
        case DATE -> day(right);
        case NAME -> OTHERS.get(seed % OTHERS.size());
      };
    }

    /** Another first digit. */
    private static String number(String right, int seed) {
      int digit = (right.charAt(0) - '0' + 1 + seed % 7) % 9 + 1;
      return digit == right.charAt(0) - '0'
          ? (digit % 9 + 1) + right.substring(1)
          : digit + right.substring(1);
    }

    private static String day(String right) {
      String[] parts = right.split("/", -1);
      int day = Integer.parseInt(parts[0]);
      return (day >= 20 ? day - 9 : day + 7) + right.substring(parts[0].length());
    }

    private static final List<String> OTHERS =
        List.of(
            "Trần Quốc Vinh",
            "Mường Lát",
            "Cần Giuộc",
            "Lê Thị Mỹ Duyên",
            "Bắc Hà",
            "Quảng Trạch",
            "Vũ Đình Khôi",
            "Sóc Trăng",
            "Hồ Thị Như Mai",
            "Krông Búk",
            "Phan Rang",
            "Đơn Dương");
  }

  @Test
  void findings_onSeededFaults_catchAlmostAllAndAccuseAlmostNone() throws IOException {
    Map<Fault, int[]> caught = new EnumMap<>(Fault.class);
    Map<String, Integer> alarms = new TreeMap<>();
    List<Article> articles =
        SummarySet.read(
                Path.of(System.getProperty("haidang.repository"))
                    .resolve("docs/evaluation/summaries.vi.tsv"))
            .articles();
    assertThat(articles).hasSizeGreaterThanOrEqualTo(SUMMARIES);
    int falseAlarms = 0;
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < SUMMARIES; i++) {
      Article article = articles.get(i);
      List<Finding> clean = run(check(article), article.reference());
      clean.forEach(finding -> alarms.merge(finding.check(), 1, Integer::sum));
      falseAlarms += clean.isEmpty() ? 0 : 1;
      if (!clean.isEmpty()) {
        System.out.println("false alarm, line " + (i + 1) + ": " + clean);
      }
    }
    for (int seed = 0; sum(caught, 0) < SUMMARIES; seed++) {
      sow(articles.get(seed % articles.size()), seed, caught, missed);
    }
    int sown = sum(caught, 0);
    int found = sum(caught, 1);
    caught.forEach(
        (fault, counts) -> System.out.printf("%s: %d of %d caught%n", fault, counts[1], counts[0]));
    System.out.printf(
        "faults caught: %d of %d (%.1f %%); clean summaries accused: %d of %d (%.1f %%) %s%n",
        found,
        sown,
        100.0 * found / sown,
        falseAlarms,
        SUMMARIES,
        100.0 * falseAlarms / SUMMARIES,
        alarms);
    missed.forEach(System.out::println);
    assertThat(sown).isEqualTo(SUMMARIES);
    assertThat(caught).containsOnlyKeys(Fault.values());
    assertThat(found).isGreaterThanOrEqualTo(SUMMARIES * 98 / 100);
    assertThat(falseAlarms).isLessThanOrEqualTo(SUMMARIES * 3 / 100);
  }

  private static int sum(Map<Fault, int[]> caught, int column) {
    return caught.values().stream().mapToInt(counts -> counts[column]).sum();
  }

  private static FaithfulnessCheck check(Article article) {
    return FaithfulnessCheck.of(article.story(Stories.VIETNAMESE, Stories.DAY), NAMES);
  }

  /** A day where the summary has one, since few have; else a number or a name in turn. */
  private static void sow(
      Article article, int seed, Map<Fault, int[]> caught, List<String> missed) {
    StoryText story = article.story(Stories.VIETNAMESE, Stories.DAY);
    List<Fault> order =
        seed % 2 == 0
            ? List.of(Fault.DATE, Fault.NUMBER, Fault.NAME)
            : List.of(Fault.DATE, Fault.NAME, Fault.NUMBER);
    for (Fault fault : order) {
      Optional<String> wrong = fault.sown(article.reference(), story, seed);
      if (wrong.isPresent()) {
        boolean seen = !run(check(article), wrong.get()).isEmpty();
        int[] counts = caught.computeIfAbsent(fault, key -> new int[2]);
        counts[0]++;
        counts[1] += seen ? 1 : 0;
        if (!seen) {
          missed.add("missed " + fault + ", line " + (seed % SUMMARIES + 1));
        }
        return;
      }
    }
  }

  private static List<Finding> run(FaithfulnessCheck check, String summary) {
    return check.run(new FormSentence(summary, List.of(), Role.SENTENCE), Stories.VIETNAMESE);
  }
}
