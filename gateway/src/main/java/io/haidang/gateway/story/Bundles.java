package io.haidang.gateway.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Medium;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Revision;
import io.haidang.gateway.draft.RevisionTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.review.Deliveries;
import io.haidang.gateway.review.ExportedFile;
import io.haidang.gateway.review.Publication;
import io.haidang.gateway.review.PublicationTable;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.story.Films.Track;
import io.haidang.summarization.voice.VoiceScript;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Stories as a whole leave the house.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Bundles {

  private static final String FFMPEG = "ffmpeg";

  private final Database database;
  private final Stories stories;
  private final Deliveries deliveries;
  private final TargetTable targets;
  private final Films films;

  public Bundles(Database database, Clock clock) {
    this.database = database;
    this.stories = new Stories(database, clock);
    this.deliveries = new Deliveries(database, clock);
    this.targets = new TargetTable(clock);
    this.films = new Films(FFMPEG);
  }

  /**
   * Hands products of a story over together: all of them, or none.
   *
   * @param products ids; all that are signed off and up to date when empty
   * @throws GatewayException as {@link Deliveries#deliver}, and {@code not-found} for a product of
   *     another story
   */
  public Bundle publish(UUID story, List<UUID> products, Account actor) {
    List<Target> all = stories.bundle(story).products();
    List<UUID> chosen =
        products.isEmpty()
            ? all.stream().filter(Archive::isDeliverable).map(Target::id).toList()
            : products;
    if (!all.stream().map(Target::id).toList().containsAll(chosen)) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "product: unknown (expected: one of the story)");
    }
    deliveries.deliver(chosen, actor);
    return stories.bundle(story);
  }

  /**
   * Has everything stale of a story made anew, as {@link Products#remake}.
   *
   * @return the products that are made anew; none when nothing is stale
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code stale-version} when
   *     somebody changes one meanwhile; those before it are made anew all the same
   */
  public List<Target> remake(UUID story, Products products, Account actor) {
    Map<UUID, Target> remade = new LinkedHashMap<>();
    for (Target target : stories.bundle(story).products()) {
      if (target.isStale() && !remade.containsKey(target.id())) {
        products
            .remake(target.id(), target.version(), actor)
            .forEach(one -> remade.put(one.id(), one));
      }
    }
    return List.copyOf(remade.values());
  }

  /**
   * What was delivered of a story, the latest first.
   *
   * @throws GatewayException {@code not-found}
   */
  public List<Publication> publications(UUID story) {
    List<Target> products = stories.bundle(story).products();
    return database
        .jdbi()
        .withHandle(
            handle ->
                products.stream()
                    .flatMap(target -> PublicationTable.of(handle, target.id()).stream())
                    .sorted(Comparator.comparing(Publication::at).reversed())
                    .toList());
  }

  /**
   * What may leave the house of a story, as a content management system takes it: by language, then
   * by form.
   *
   * @throws GatewayException {@code not-found}
   */
  public Map<String, Object> content(UUID story) {
    return new Content(stories.bundle(story), deliveries).asMap();
  }

  /**
   * A film of a story with the subtitles that were signed off and are up to date: as tracks that a
   * viewer may choose, or one of them in the picture.
   *
   * @param burnIn BCP 47 tag of the language in the picture; empty for tracks
   * @throws GatewayException {@code not-found} for an asset that is no film, or when no subtitles
   *     are ready, {@code not-installed} without ffmpeg, {@code unsupported-format}, {@code
   *     damaged-file}
   */
  public ExportedFile film(UUID asset, Optional<String> burnIn) {
    Medium medium =
        database.jdbi().withHandle(handle -> RevisionTable.of(handle, asset)).stream()
            .reduce((first, last) -> last)
            .map(Revision::medium)
            .orElseThrow(Bundles::nothingToShow);
    List<Target> ready =
        database.jdbi().withHandle(handle -> targets.ofAsset(handle, asset)).stream()
            .filter(target -> target.form().equals(ProductForm.SUBTITLES))
            .filter(Archive::isDeliverable)
            .filter(target -> burnIn.map(target.language().toLanguageTag()::equals).orElse(true))
            .toList();
    if (ready.isEmpty()) {
      throw nothingToShow();
    }
    byte[] film = database.contents().bytes(medium.digest());
    List<Track> tracks = ready.stream().map(this::track).toList();
    byte[] made =
        burnIn.isPresent()
            ? films.burnedIn(film, medium.mediaType(), tracks.get(0))
            : films.withTracks(film, medium.mediaType(), tracks);
    String extension = medium.mediaType().substring(medium.mediaType().indexOf('/') + 1);
    return new ExportedFile("film-" + asset + "." + extension, medium.mediaType(), made);
  }

  /**
   * A voice-over that was signed off and is up to date, for those who speak it.
   *
   * @throws GatewayException {@code not-found} for another product, {@code wrong-state} before it
   *     is signed off, {@code product-stale}
   */
  public ExportedFile voiceOver(UUID id, VoiceFormat format) {
    Target target = database.jdbi().withHandle(handle -> targets.require(handle, id));
    if (!target.form().equals(ProductForm.VOICE_OVER)) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "voice-over: another product (expected: a voice-over)");
    }
    Deliveries.requireUpToDate(target);
    if (!target.state().isSignedOff()) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "state: not signed off (expected: approved or published)");
    }
    return ExportedFile.voiceOver(
        target,
        format.extension(),
        format.mediaType(),
        format.write(deliveries.voiceScript(target)));
  }

  /** A voice-over as it is now, for those who work on it. */
  public VoiceScript voiceScript(Target target) {
    return deliveries.voiceScript(target);
  }

  private Track track(Target target) {
    return new Track(target.language(), target.asset().format(), deliveries.file(target).content());
  }

  private static GatewayException nothingToShow() {
    return new GatewayException(
        ErrorCode.NOT_FOUND, "film: none (expected: a film with subtitles that are signed off)");
  }

  /**
   * A story as one file.
   *
   * @throws GatewayException {@code not-found}
   */
  public byte[] zip(UUID story) {
    return new Archive(deliveries, database.contents()).zip(stories.bundle(story));
  }
}
