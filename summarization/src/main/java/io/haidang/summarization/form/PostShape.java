package io.haidang.summarization.form;

import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.post.Hashtags;
import io.haidang.summarization.post.PostStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A title where the platform has room for one, the most telling sentences, points, the link,
 * hashtags. What is too long loses points first, then hashtags, then sentences, then clauses; never
 * part of a word, a number or a name.
 */
final class PostShape implements Shape {

  private static final int LONGEST_TITLE = 120;
  private static final int SENTENCES = 8;

  /** Title, sentences, points; each as the story has them. */
  private static final Comparator<FormSentence> IN_ORDER =
      Comparator.comparing(FormSentence::role)
          .thenComparing(sentence -> sentence.segments().get(0));

  private static final double RELEVANCE = 0.75;

  @Override
  public List<FormCandidate> candidates(Material material) {
    PostStyle style = PostStyle.of(material.form());
    Optional<FormSentence> title = style.title() ? title(material) : Optional.empty();
    List<Integer> order =
        material.order(RELEVANCE).stream().filter(i -> !material.pointsBack(i)).toList();
    Set<FormCandidate> candidates = new LinkedHashSet<>();
    for (int first = 0; first < Math.min(SENTENCES, order.size()); first++) {
      List<Integer> rest = new ArrayList<>(order);
      Integer opening = rest.remove(first);
      for (String version : material.versions(opening)) {
        fitted(material, style, title, material.made(opening, version, Role.SENTENCE), rest)
            .ifPresent(candidates::add);
      }
    }
    return List.copyOf(candidates);
  }

  private static Optional<FormSentence> title(Material material) {
    return HeadlineShape.titles(material).stream()
        .filter(title -> title.text().length() <= LONGEST_TITLE)
        .findFirst();
  }

  /** The fullest post that begins with these and fits. */
  private static Optional<FormCandidate> fitted(
      Material material,
      PostStyle style,
      Optional<FormSentence> title,
      FormSentence opening,
      List<Integer> rest) {
    FormRequest request = material.request();
    List<String> tags =
        Hashtags.of(request.story(), request.names(), request.story().language(), style.hashtags());
    List<FormSentence> prose = new ArrayList<>();
    title.ifPresent(prose::add);
    prose.add(opening);
    for (int kept = tags.size(); kept >= 0; kept--) {
      List<FormSentence> ending = ending(request, style, tags.subList(0, kept));
      if (fits(material.form(), prose, ending)) {
        extend(material, style, prose, ending, rest);
        prose.sort(IN_ORDER);
        prose.addAll(ending);
        return Optional.of(new FormCandidate(prose));
      }
    }
    return Optional.empty();
  }

  private static void extend(
      Material material,
      PostStyle style,
      List<FormSentence> prose,
      List<FormSentence> ending,
      List<Integer> rest) {
    int sentences = 1;
    int points = 0;
    for (int index : rest) {
      boolean asSentence = sentences < style.sentences();
      if (!asSentence && points >= style.points()) {
        break;
      }
      FormSentence next =
          material.made(
              index, PointsShape.concise(material, index), asSentence ? Role.SENTENCE : Role.POINT);
      prose.add(next);
      if (!fits(material.form(), prose, ending)) {
        prose.remove(prose.size() - 1);
      } else if (asSentence) {
        sentences++;
      } else {
        points++;
      }
    }
  }

  private static boolean fits(Form form, List<FormSentence> prose, List<FormSentence> ending) {
    List<FormSentence> all = new ArrayList<>(prose);
    all.addAll(ending);
    return form.fits(new FormCandidate(all).text());
  }

  private static List<FormSentence> ending(
      FormRequest request, PostStyle style, List<String> tags) {
    List<FormSentence> ending = new ArrayList<>();
    if (style.link() && !request.link().isEmpty()) {
      ending.add(new FormSentence(request.link(), List.of(), Role.LINK));
    }
    if (!tags.isEmpty()) {
      ending.add(new FormSentence(String.join(" ", tags), List.of(), Role.HASHTAGS));
    }
    return ending;
  }

  /** Prose with link and as many hashtags as fit under it. */
  static FormCandidate ended(FormCandidate prose, FormRequest request) {
    PostStyle style = PostStyle.of(request.form());
    List<String> tags =
        Hashtags.of(request.story(), request.names(), request.story().language(), style.hashtags());
    for (int kept = tags.size(); kept >= 0; kept--) {
      List<FormSentence> sentences = new ArrayList<>(prose.sentences());
      sentences.addAll(ending(request, style, tags.subList(0, kept)));
      FormCandidate ended = prose.withSentences(sentences);
      if (kept == 0 || request.form().fits(ended.text())) {
        return ended;
      }
    }
    return prose;
  }

  /** The candidate with hashtags in its language, as many as the source has or as fit. */
  static FormCandidate tagged(
      FormCandidate candidate, FormCandidate source, FormRequest request, Locale language) {
    if (!source.has(Role.HASHTAGS)) {
      return candidate;
    }
    int most = PostStyle.of(request.form()).hashtags();
    List<String> tags = Hashtags.of(request.story(), request.names(), language, most);
    for (int kept = tags.size(); kept > 0; kept--) {
      List<FormSentence> sentences = new ArrayList<>(candidate.sentences());
      String line = String.join(" ", tags.subList(0, kept));
      sentences.add(new FormSentence(line, List.of(), Role.HASHTAGS));
      FormCandidate tagged = candidate.withSentences(sentences);
      if (request.form().fits(tagged.text())) {
        return tagged;
      }
    }
    return candidate;
  }
}
