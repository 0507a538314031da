package io.haidang.gateway.web.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.story.VoiceFormat;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.StoryLink;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.voice.VoiceLine;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A product beside the sentences of the story that it came from, as readers will see it. */
final class ProductPage {

  private final HttpServices services;
  private final Renderer renderer;

  ProductPage(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /**
   * A product.
   *
   * @param stale why it no longer says what the story says, or null
   * @param source sentences of the story; those that nothing came from are not marked
   * @param preview as a platform or a page shows it, or null when there is no text
   */
  record View(
      Target target,
      List<Sentence> sentences,
      List<SourceSentence> source,
      @Nullable StaleProduct stale,
      @Nullable FormPreview preview) {

    String storyHref() {
      return StoryLink.href(target.asset().story());
    }

    boolean isVoiceOver() {
      return target.form().equals(ProductForm.VOICE_OVER);
    }

    String workbenchHref() {
      return TargetLink.href(target.id());
    }
  }

  /**
   * A sentence of the product.
   *
   * @param time when it is said, and how long it takes and may; empty but for what is spoken
   * @param fit public name of whether it fits; empty but for what is to be spoken
   * @param origins the sentences of the story that it came from
   */
  record Sentence(
      int index, String role, String time, String fit, String text, List<SourceSentence> origins) {}

  /** A sentence of the story. */
  record SourceSentence(int index, String text, boolean isUsed) {

    int number() {
      return index + 1;
    }
  }

  Reply show(Visit visit) {
    Target target = services.desk().target(visit.request().id("product"));
    if (target.form().isTranslation()) {
      return Reply.redirect(TargetLink.href(target.id()));
    }
    List<SegmentView> segments = services.desk().segments(target.id());
    List<SourceSentence> source = source(target, segments);
    Map<Integer, VoiceLine> lines = lines(target);
    View view =
        new View(
            target,
            segments.stream()
                .filter(segment -> !segment.target().isBlank())
                .map(segment -> sentence(target, segment, source, lines.get(segment.index())))
                .toList(),
            source,
            stale(visit, target),
            preview(target, segments));
    String title = visit.texts().get("form." + target.form().id());
    return Reply.html(renderer.page(visit, "story/product", title, "stories", view));
  }

  private List<SourceSentence> source(Target target, List<SegmentView> segments) {
    Set<Integer> used = new TreeSet<>();
    segments.forEach(segment -> used.addAll(segment.origins()));
    List<String> texts = services.stories().products().sourceSentences(target);
    List<SourceSentence> source = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      source.add(new SourceSentence(i, texts.get(i), used.contains(i)));
    }
    return source;
  }

  private static Sentence sentence(
      Target target, SegmentView segment, List<SourceSentence> source, @Nullable VoiceLine line) {
    String said = target.form().isTranscript() ? segment.source() : "";
    return new Sentence(
        segment.index(),
        segment.role().name().toLowerCase(Locale.ROOT),
        line == null ? said : line.timing(),
        line == null ? "" : PublicName.of(line.fit()),
        InlineCodes.strip(segment.target()),
        segment.origins().stream()
            .filter(origin -> origin < source.size())
            .map(source::get)
            .toList());
  }

  /** The lines of a voice-over by segment; none of anything else. */
  private Map<Integer, VoiceLine> lines(Target target) {
    return target.form().equals(ProductForm.VOICE_OVER)
        ? services.stories().bundles().voiceScript(target).lines().stream()
            .collect(Collectors.toMap(line -> line.number() - 1, Function.identity()))
        : Map.of();
  }

  /** A voice-over for those who speak it. */
  Reply voiceOver(Visit visit) {
    WebRequest request = visit.request();
    VoiceFormat format = format(request.parameter("format"));
    return Reply.file(services.stories().bundles().voiceOver(request.id("product"), format));
  }

  private static VoiceFormat format(String name) {
    try {
      return PublicName.constant(VoiceFormat.class, name);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "format: unknown (expected: text, csv, json or vtt)");
    }
  }

  private @Nullable StaleProduct stale(Visit visit, Target target) {
    return target.isStale()
        ? StaleProduct.of(
            target, services.stories().products().staleReasons(target.id()), visit.texts())
        : null;
  }

  private static @Nullable FormPreview preview(Target target, List<SegmentView> segments) {
    List<FormSentence> sentences =
        segments.stream()
            .filter(segment -> !segment.target().isBlank())
            .map(
                segment ->
                    new FormSentence(
                        InlineCodes.strip(segment.target()).strip(),
                        segment.origins(),
                        segment.role()))
            .toList();
    return sentences.isEmpty()
        ? null
        : FormPreview.of(target.form(), new FormCandidate(sentences).text());
  }
}
