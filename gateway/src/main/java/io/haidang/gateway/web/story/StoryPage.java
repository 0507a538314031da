package io.haidang.gateway.web.story;

import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.AssetText;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Story;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.Publication;
import io.haidang.gateway.story.AssetPart;
import io.haidang.gateway.story.Bundle;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.web.kit.Forms;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.StoryLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.document.subtitle.Subtitles;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A story with its parts and products at a glance, and what may be done with them. */
final class StoryPage {

  private static final int PUBLICATIONS = 20;

  private final HttpServices services;
  private final StoryServices stories;
  private final Renderer renderer;

  StoryPage(HttpServices services, Renderer renderer) {
    this.services = services;
    this.stories = services.stories();
    this.renderer = renderer;
  }

  /**
   * Everything of a story.
   *
   * @param release of the official names for all of it; empty until the first product is begun
   * @param stale products that no longer say what the story says
   * @param ready products that may leave the house
   * @param delivered the latest first
   * @param edits whether the account may change the story and ask for products
   * @param languages that a new part may be written in
   * @param notice what has just happened; empty for nothing
   * @param problem why something was not done; empty for nothing
   */
  record View(
      Story story,
      OptionalInt release,
      List<Part> parts,
      List<StaleProduct> stale,
      List<Target> ready,
      List<Delivery> delivered,
      boolean edits,
      List<Locale> languages,
      String notice,
      String problem) {

    String href() {
      return StoryLink.href(story.id());
    }

    /** Whether the page will change without anybody doing anything. */
    boolean isWorking() {
      return parts.stream().anyMatch(Part::isWorking);
    }

    /** Pictures and recordings in the order of their parts. */
    List<PartMedium> media() {
      return parts.stream().map(Part::medium).filter(Objects::nonNull).toList();
    }
  }

  /**
   * A part of the story.
   *
   * @param targets languages that its products may speak
   * @param medium its picture or recording, or null
   * @param hears whether it is a recording that a service may write down
   */
  record Part(
      UUID story,
      AssetPart asset,
      List<Target> products,
      ProductMatrix matrix,
      List<Locale> targets,
      @Nullable PartMedium medium,
      boolean hears) {

    String id() {
      return asset.id().toString();
    }

    String href() {
      return StoryLink.part(story, asset.id());
    }

    boolean hasText() {
      return asset.present().text() != null;
    }

    /** Forms of one kind to choose from: texts, or posts for platforms. */
    List<ProductForm> forms(boolean posts) {
      return Forms.ALL.stream()
          .filter(form -> !form.equals(ProductForm.SUBTITLES) || hasTimes())
          .filter(form -> !form.isTranscript() || hears)
          .filter(form -> Forms.isPost(form) == posts)
          .toList();
    }

    private boolean hasTimes() {
      AssetText text = asset.present().text();
      return text != null && Subtitles.isFormat(text.format());
    }

    /** Whether somebody may have it written down who has not asked yet. */
    boolean waitsForWords() {
      return hears && products.stream().noneMatch(target -> target.form().isTranscript());
    }

    boolean isWorking() {
      return products.stream()
          .anyMatch(
              target ->
                  target.state() == TargetState.DRAFT || target.state() == TargetState.MACHINE);
    }
  }

  /** A file that has left the house, and the product that it was. */
  record Delivery(Publication file, Target target) {

    String href() {
      return StoryLink.product(target);
    }
  }

  Reply show(Visit visit) {
    return show(visit, Refusal.NONE);
  }

  /** The same after something was refused. */
  Reply show(Visit visit, Refusal refusal) {
    Bundle bundle = stories.stories().bundle(visit.request().id("story"));
    View view = view(visit, bundle, refusal.message());
    return Reply.html(
        refusal.status(),
        visit.request().fragment()
            ? renderer.fragment(visit, "story/storyProducts", view)
            : renderer.page(visit, "story/story", bundle.story().title(), "stories", view));
  }

  private View view(Visit visit, Bundle bundle, String problem) {
    List<Target> products = ProductMatrix.sorted(bundle.products());
    String notice = "stories.notice." + visit.request().parameter("notice");
    return new View(
        bundle.story(),
        bundle.release(),
        bundle.assets().stream().map(asset -> part(bundle, asset)).toList(),
        products.stream().filter(Target::isStale).map(target -> stale(visit, target)).toList(),
        products.stream()
            .filter(target -> target.state().isSignedOff() && !target.isStale())
            .toList(),
        delivered(bundle),
        visit.account().hasAny(Role.EDITOR, Role.REVIEWER),
        StoryLanguages.sources(services),
        visit.texts().has(notice) ? visit.texts().get(notice) : "",
        problem);
  }

  private Part part(Bundle bundle, AssetPart asset) {
    List<Target> products = bundle.products(asset.id());
    return new Part(
        bundle.story().id(),
        asset,
        products,
        ProductMatrix.of(asset.language(), products),
        StoryLanguages.targets(services, asset.language()),
        medium(bundle, asset, products),
        hears(bundle, asset));
  }

  private boolean hears(Bundle bundle, AssetPart asset) {
    boolean isRecording = asset.kind() == AssetKind.AUDIO || asset.kind() == AssetKind.VIDEO;
    return isRecording && stories.products().hears(bundle.story().sensitivity());
  }

  private @Nullable PartMedium medium(Bundle bundle, AssetPart asset, List<Target> products) {
    String typed =
        asset.kind() == AssetKind.IMAGE ? stories.revisions().typedText(asset.id()).orElse("") : "";
    return PartMedium.of(bundle.story().id(), asset, typed, products);
  }

  private StaleProduct stale(Visit visit, Target target) {
    return StaleProduct.of(target, stories.products().staleReasons(target.id()), visit.texts());
  }

  private List<Delivery> delivered(Bundle bundle) {
    Map<UUID, Target> products =
        bundle.products().stream().collect(Collectors.toMap(Target::id, Function.identity()));
    return stories.bundles().publications(bundle.story().id()).stream()
        .limit(PUBLICATIONS)
        .flatMap(
            file ->
                Stream.ofNullable(products.get(file.target()))
                    .map(target -> new Delivery(file, target)))
        .toList();
  }
}
