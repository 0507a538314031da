package io.haidang.translation.check;

import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TextSpan;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding.Fix;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The same source sentence with different translations, in one document or among several of a
 * bundle; id {@code inconsistent}. The wording used most is the one to keep, of equals the first.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class RepeatedSegments {

  static final String ID = "inconsistent";

  private static final Pattern ARTICLE_OR_BRACKETS =
      Pattern.compile("\\s*\\([^()]{1,80}\\)|\\b[Tt]he\\s+");

  private final TranslationContext context;

  /**
   * By source, its translations in a form that leaves names open, and how each was first written.
   */
  private final Map<String, Map<String, Use>> wordings;

  private static final class Use {
    private final String written;
    private int times;

    Use(String written) {
      this.written = written;
    }
  }

  private RepeatedSegments(TranslationContext context, Map<String, Map<String, Use>> wordings) {
    this.context = context;
    this.wordings = wordings;
  }

  /**
   * Reads documents.
   *
   * @param sources every segment, with or without inline codes
   * @param targets the translation of each; an empty text where there is none yet
   * @param context whose names may be written in full or short: that is judged elsewhere
   */
  public static RepeatedSegments of(
      List<String> sources, List<String> targets, TranslationContext context) {
    if (sources.size() != targets.size()) {
      throw new IllegalArgumentException(
          "targets: " + targets.size() + " (expected: " + sources.size() + ", as sources)");
    }
    RepeatedSegments repeated = new RepeatedSegments(context, new HashMap<>());
    Map<String, Integer> times = new HashMap<>();
    sources.forEach(source -> times.merge(key(source), 1, Integer::sum));
    for (int i = 0; i < sources.size(); i++) {
      String source = key(sources.get(i));
      boolean isRepeated = times.getOrDefault(source, 0) > 1 && source.indexOf(' ') > 0;
      if (isRepeated && !targets.get(i).isBlank()) {
        repeated.add(source, targets.get(i));
      }
    }
    return repeated;
  }

  private void add(String source, String target) {
    wordings
        .computeIfAbsent(source, key -> new LinkedHashMap<>())
        .computeIfAbsent(form(target), key -> new Use(InlineCodes.strip(target).strip()))
        .times++;
  }

  /** Small, each name as its concept, without what stands in brackets behind one. */
  private String form(String target) {
    String text = InlineCodes.strip(target).strip();
    StringBuilder form = new StringBuilder();
    int copied = 0;
    for (TermMatch match :
        context.terms().glossary().match(text, context.pair().target(), context.textDate())) {
      form.append(text, copied, match.span().start()).append(match.concept().id());
      copied = match.span().end();
    }
    form.append(text, copied, text.length());
    return ARTICLE_OR_BRACKETS.matcher(form).replaceAll("").strip().toLowerCase(Locale.ROOT);
  }

  private static String key(String source) {
    return InlineCodes.strip(source).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** Whether a finding is one of {@link #findings}. */
  public static boolean isOwn(Finding finding) {
    return finding.check().equals(ID);
  }

  /** What is wrong with one segment of the documents: at most one finding. */
  public List<Finding> findings(String source, String target) {
    Map<String, Use> used = wordings.getOrDefault(key(source), Map.of());
    String form = form(target);
    if (used.size() < 2 || !used.containsKey(form)) {
      return List.of();
    }
    List<Map.Entry<String, Use>> byUse = new ArrayList<>(used.entrySet());
    byUse.sort(Comparator.comparingInt(use -> -use.getValue().times));
    if (byUse.get(0).getKey().equals(form)) {
      return List.of();
    }
    String usual = byUse.get(0).getValue().written;
    TextSpan whole = new TextSpan(0, target.length());
    boolean coded = !InlineCodes.strip(target).equals(target);
    return List.of(
        new Finding(
            ID,
            Severity.WARNING,
            null,
            whole,
            usual,
            "the same sentence reads otherwise elsewhere",
            coded ? null : new Fix(whole, usual)));
  }
}
