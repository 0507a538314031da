package io.haidang.gateway.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.channel.ClearanceTable;
import io.haidang.gateway.channel.PublishedTable;
import io.haidang.gateway.channel.ReleaseRule;
import io.haidang.gateway.channel.ReleaseRule.Spokesperson;
import io.haidang.gateway.channel.ReleaseRuleTable;
import io.haidang.gateway.draft.DerivationTable;
import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.engine.SpeechEngines.Heard;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.TermUses;
import io.haidang.models.SpokenPiece;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.voice.VoiceScript;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.review.TargetAction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Hands approved products over, and keeps each as it was handed over.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Deliveries {

  private final Database database;
  private final Originals originals;
  private final TargetTable targets;
  private final EventLog events;
  private final Clock clock;

  public Deliveries(Database database, Clock clock) {
    this.database = database;
    this.originals = new Originals(database.contents());
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.clock = clock;
  }

  /**
   * A product as a file, whatever its state: the whole document in the source's format, or the text
   * of a form.
   */
  public ExportedFile file(Target target) {
    List<ProductSegment> segments = segments(target.id());
    if (target.form().isTranscript()) {
      return ExportedFile.transcript(
          target, transcript(target, segments.stream().map(ProductSegment::text).toList()));
    }
    if (target.form().equals(ProductForm.VOICE_OVER)) {
      return ExportedFile.form(
          target, voiceScript(target).asText().getBytes(StandardCharsets.UTF_8));
    }
    if (target.form().equals(ProductForm.SUBTITLES)) {
      return ExportedFile.subtitles(
          target, subtitles(target, segments.stream().map(ProductSegment::text).toList()));
    }
    return target.form().isTranslation()
        ? ExportedFile.translation(
            target,
            originals.merged(
                target, segments.stream().map(ProductSegment::text).toList(), merging(target)))
        : ExportedFile.form(target, text(segments).getBytes(StandardCharsets.UTF_8));
  }

  private List<ProductSegment> segments(UUID target) {
    return database.jdbi().withHandle(handle -> SegmentTable.product(handle, target));
  }

  /** A voice-over as it is now, whatever its state. */
  public VoiceScript voiceScript(Target target) {
    List<String> texts = segments(target.id()).stream().map(ProductSegment::text).toList();
    return new VoiceScripts(originals).script(target, texts);
  }

  private byte[] transcript(Target target, List<String> texts) {
    List<SpokenPiece> pieces =
        database
            .jdbi()
            .withHandle(handle -> HeardTable.find(handle, target.id()))
            .map(Heard::pieces)
            .orElse(List.of());
    return TranscriptFile.write(pieces, texts);
  }

  private byte[] subtitles(Target target, List<String> texts) {
    return target.isInAnotherLanguage()
        ? source(target).merge(texts, merging(target))
        : new SubtitleFiles(originals).write(target.asset(), texts);
  }

  /** Official names stay on one line where lines are made anew. */
  MergeOptions merging(Target target) {
    return new MergeOptions(
        target.language(),
        database.jdbi().withHandle(handle -> TermUses.renderings(handle, target.id())));
  }

  /**
   * The document that subtitles in another language translate: those in the language of the
   * transcript, as they are now.
   */
  public SegmentedDocument source(Target target) {
    return SegmentedDocument.read(
        target.asset().format(), sourceFile(target), target.asset().sourceLanguage());
  }

  /** The same as a file. */
  byte[] sourceFile(Target target) {
    Target own =
        database
            .jdbi()
            .withHandle(
                handle ->
                    targets.require(handle, DerivationTable.sources(handle, target.id()).get(0)));
    List<String> texts = segments(own.id()).stream().map(ProductSegment::text).toList();
    return new SubtitleFiles(originals).write(own.asset(), texts);
  }

  /** The text of a form, its sentences on their lines. */
  public static String text(List<ProductSegment> segments) {
    List<FormSentence> sentences =
        segments.stream()
            .filter(segment -> !segment.plain().isBlank())
            .map(s -> new FormSentence(s.plain(), s.origins(), s.role()))
            .toList();
    return sentences.isEmpty() ? "" : new FormCandidate(sentences).text();
  }

  /**
   * Hands products over together: all of them, or none.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code wrong-state} unless
   *     approved or published, {@code product-stale}, {@code stale-version} when somebody changes
   *     one meanwhile
   */
  public List<ExportedFile> deliver(List<UUID> ids, Account actor) {
    List<Ready> ready = new ArrayList<>();
    for (UUID id : ids) {
      Target target = database.jdbi().withHandle(handle -> targets.require(handle, id));
      requireReady(target, actor);
      ExportedFile file = file(target);
      ContentDigest digest = database.contents().put(file.content());
      ready.add(new Ready(target, file, digest, wording(target)));
    }
    database.jdbi().useTransaction(handle -> ready.forEach(one -> deliver(handle, one, actor)));
    return ready.stream().map(Ready::file).toList();
  }

  private record Ready(Target seen, ExportedFile file, ContentDigest digest, Wording wording) {}

  /** The words of a product as they are now. */
  public Wording wording(Target target) {
    return database.jdbi().withHandle(handle -> Wording.of(handle, target));
  }

  private void deliver(Handle handle, Ready ready, Account actor) {
    Target target = targets.lock(handle, ready.seen().id());
    requireReady(target, actor);
    if (target.version() != ready.seen().version()) {
      throw TargetTable.stale(target);
    }
    requireClearance(handle, target, ready.wording());
    UUID publication =
        PublicationTable.insert(
            handle, target, ready.file(), ready.digest(), actor.displayName(), clock.instant());
    PublishedTable.show(
        handle, target.id(), publication, ready.wording().published(), clock.instant());
    Target moved = targets.move(handle, target, TargetAction.PUBLISH, null, null);
    events.appendState(handle, moved.id(), moved.state(), actor.displayName(), Map.of());
  }

  /** Whether a product may leave the house now: signed off, up to date, cleared, not early. */
  public boolean mayLeave(Target target) {
    return target.state().isSignedOff()
        && !target.isStale()
        && database
            .jdbi()
            .withHandle(
                handle -> {
                  ReleaseRule rule = ReleaseRuleTable.of(handle, target.asset().story());
                  return !rule.isUnderEmbargo(clock.instant())
                      && isCleared(handle, target, Wording.of(handle, target), rule);
                });
  }

  /** Whether nobody has to clear a product as it is worded now, or somebody has. */
  public boolean isCleared(Target target) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                isCleared(
                    handle,
                    target,
                    Wording.of(handle, target),
                    ReleaseRuleTable.of(handle, target.asset().story())));
  }

  private static boolean isCleared(
      Handle handle, Target target, Wording wording, ReleaseRule rule) {
    Spokesperson spokesperson = rule.spokesperson();
    return spokesperson == null
        || ClearanceTable.has(handle, target.id(), wording.digest(), spokesperson.id());
  }

  /** Where a story has a spokesperson, nothing is delivered that was not cleared as it stands. */
  private static void requireClearance(Handle handle, Target target, Wording wording) {
    ReleaseRule rule = ReleaseRuleTable.of(handle, target.asset().story());
    Spokesperson spokesperson = rule.spokesperson();
    if (spokesperson != null && !isCleared(handle, target, wording, rule)) {
      throw new GatewayException(
          ErrorCode.NOT_CLEARED,
          "product: not cleared (expected: clearance by the spokesperson of the story)",
          Map.of("target", target.id().toString(), "spokesperson", spokesperson.displayName()));
    }
  }

  private static void requireReady(Target target, Account actor) {
    Permission.require(TargetAction.PUBLISH, target, actor);
    requireUpToDate(target);
  }

  /** Nobody signs off or delivers what its story no longer says. */
  public static void requireUpToDate(Target target) {
    if (target.isStale()) {
      throw new GatewayException(
          ErrorCode.PRODUCT_STALE,
          "product: stale for "
              + target.staleReasons()
              + " reasons (expected: made anew, or kept by a decision)",
          Map.of("target", target.id().toString(), "staleReasons", target.staleReasons()));
    }
  }
}
