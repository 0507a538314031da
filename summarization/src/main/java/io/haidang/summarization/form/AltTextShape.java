package io.haidang.summarization.form;

import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.compress.Clause;
import io.haidang.summarization.compress.Sentences;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A caption without its credit and without "Ảnh:" or "image of", which a screen reader says anyway
 * (WCAG 2.2, technique H37).
 */
final class AltTextShape implements Shape {

  private static final Pattern CREDIT =
      Pattern.compile(
          "(?iu)\\s*[(\\[]?\\s*(?:ảnh|nguồn|photo|source|credit)\\s*(?:minh họa)?\\s*[:/]\\s*[^.()\\[\\]]{1,60}"
              + "[)\\]]?\\s*\\.?\\s*$");
  private static final Pattern OPENING =
      Pattern.compile(
          "(?iu)^(?:(?:trong )?ảnh(?: minh họa)?\\s*[:：]|hình(?: ảnh)?\\s*[:：]|"
              + "(?:an? )?(?:image|photo|picture) (?:of|shows)\\s)\\s*");

  @Override
  public List<FormCandidate> candidates(Material material) {
    StoryText caption = material.request().story();
    List<FormCandidate> candidates = new ArrayList<>();
    for (int i = 0; i < caption.segments().size(); i++) {
      String plain = CREDIT.matcher(caption.segments().get(i).strip()).replaceFirst("");
      String text = Sentences.capitalized(OPENING.matcher(plain).replaceFirst("").strip());
      if (!text.isEmpty()) {
        List<Integer> from = List.of(i);
        candidates.add(candidate(text, from));
        material
            .clauses()
            .variants(text, EnumSet.allOf(Clause.class))
            .forEach(version -> candidates.add(candidate(version, from)));
      }
    }
    return candidates;
  }

  private static FormCandidate candidate(String text, List<Integer> segments) {
    return new FormCandidate(List.of(new FormSentence(text, segments, Role.SENTENCE)));
  }
}
