package io.haidang.gateway.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.AssetTable;
import io.haidang.gateway.draft.AssetText;
import io.haidang.gateway.draft.Medium;
import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Revision;
import io.haidang.gateway.draft.RevisionTable;
import io.haidang.gateway.draft.TargetScheduler;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.review.ApprovalEffect;
import io.haidang.gateway.review.Deliveries;
import io.haidang.gateway.review.ExportedFile;
import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.translation.SegmentDiff;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * New revisions of what products are made from. The products that no longer say what the text says
 * become stale in the same transaction, and no others.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Revisions {

  private static final int MAX_NOTE = 2_000;
  private static final int MAX_WORDING = 1_000;

  private final Database database;
  private final Originals originals;
  private final TextStates states;
  private final StaleProducts stale;
  private final Deliveries deliveries;
  private final TargetScheduler scheduler;
  private final Clock clock;

  public Revisions(Database database, StoryNames names, TargetScheduler scheduler, Clock clock) {
    this.database = database;
    this.originals = new Originals(database.contents());
    this.states = new TextStates(originals, names);
    this.stale = new StaleProducts(states, clock);
    this.deliveries = new Deliveries(database, clock);
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** All revisions of an asset, the first one first; empty when there is no such asset. */
  public List<Revision> of(UUID asset) {
    return database.jdbi().withHandle(handle -> RevisionTable.of(handle, asset));
  }

  /**
   * How a revision of an asset's text differs from an earlier one.
   *
   * @throws GatewayException {@code not-found} for a revision that there is not, or has no text
   */
  public List<SegmentDiff.Change> changes(UUID asset, int from, int to) {
    return SegmentDiff.aligned(segments(asset, from), segments(asset, to));
  }

  private List<String> segments(UUID asset, int number) {
    for (Revision revision : of(asset)) {
      AssetText text = revision.text();
      if (revision.number() == number && text != null) {
        return originals.document(asset(asset).with(text)).segments();
      }
    }
    throw new GatewayException(
        ErrorCode.NOT_FOUND, "revision: unknown (expected: one with a text)");
  }

  /** The present text of an asset as people type it; empty when it is no plain text. */
  public Optional<String> typedText(UUID asset) {
    List<Revision> revisions = of(asset);
    AssetText text = revisions.isEmpty() ? null : revisions.get(revisions.size() - 1).text();
    return text == null || text.format() != DocumentFormat.PLAIN
        ? Optional.empty()
        : Optional.of(TextFile.decode(database.contents().bytes(text.digest())).text());
  }

  /**
   * Puts another text in the place of an asset's.
   *
   * @param note why, for people; may be empty
   * @return what it has become
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code invalid-request} when
   *     the text is the one there is, and what {@link Uploads} says of a text that is refused
   */
  public Revision revise(UUID id, Upload upload, String note, Account actor) {
    actor.requireAny(Role.EDITOR, Role.REVIEWER);
    String reason = TextField.require("note", note.strip(), MAX_NOTE);
    Asset asset = database.jdbi().withHandle(handle -> AssetTable.requireAny(handle, id));
    NextRevision next = next(asset, upload, reason, actor);
    if (next.isAsItWas()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "content: as it was (expected: another text)");
    }
    List<UUID> unfinished =
        database.jdbi().inTransaction(handle -> next.insert(handle, stale, actor));
    unfinished.forEach(scheduler::schedule);
    return next.revision();
  }

  /**
   * Puts the text of an approved transcript in the place of its recording's, in the transaction of
   * the approval. Whoever handed the recording in stands for the text, too, so that the approver
   * may approve what is made of it.
   */
  public ApprovalEffect transcripts() {
    return (target, approver) -> {
      if (!target.form().isTranscript()) {
        return handle -> List.of();
      }
      Asset asset =
          database.jdbi().withHandle(handle -> AssetTable.requireAny(handle, target.asset().id()));
      ExportedFile file = deliveries.file(target);
      Upload upload = Upload.file(file.name(), file.content());
      NextRevision next = next(asset, upload, "✓ " + approver.displayName(), asset.author());
      return handle -> next.isAsItWas() ? List.of() : next.insert(handle, stale, approver);
    };
  }

  /** Reads a text before anything but its bytes is kept. */
  private NextRevision next(Asset asset, Upload upload, String note, Account author) {
    DocumentFormat format = Uploads.format(upload);
    SegmentedDocument document = Uploads.read(upload, format, asset.sourceLanguage());
    ContentDigest digest = database.contents().put(upload.bytes());
    AssetText text = AssetText.of(asset.revision() + 1, digest, format, upload);
    Revision revision =
        new Revision(
            asset.id(),
            text.revision(),
            text,
            medium(asset),
            author,
            clock.instant(),
            TextField.require("note", note, MAX_NOTE));
    return new NextRevision(asset, revision, text, diffs(asset, states.of(asset, text, document)));
  }

  /**
   * Puts a fact right wherever the text states it in the same words: the wording is replaced, which
   * makes a new revision.
   *
   * @param key of the fact, such as {@code AMOUNT 125000000000 VND}
   * @param wording what the text is to say in its place
   * @throws GatewayException {@code not-permitted}, {@code not-found} when the text does not state
   *     it, {@code invalid-request} for a wording that is blank, too long, or as it was
   */
  public Revision correct(UUID id, String key, String wording, String note, Account actor) {
    actor.requireAny(Role.EDITOR, Role.REVIEWER);
    String words = TextField.require("wording", wording.strip(), MAX_WORDING);
    if (words.isEmpty()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "wording: (blank) (expected: what is right)");
    }
    Asset asset = asset(id);
    SegmentedDocument document = originals.document(asset);
    List<Fact> places =
        states.of(asset, asset.text(), document).facts().facts().stream()
            .filter(fact -> fact.firm() && fact.key().equals(key))
            .toList();
    if (places.isEmpty()) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "fact: unknown (expected: one that the text states)");
    }
    byte[] corrected =
        originals.replaced(asset, document, FactCorrection.of(document, places, words));
    return revise(
        id,
        new Upload(
            asset.text().fileName(),
            Optional.of(asset.format().writtenAs()),
            asset.text().options(),
            corrected),
        note.isBlank() ? places.get(0).wording() + " → " + words : note,
        actor);
  }

  private Asset asset(UUID id) {
    return database.jdbi().withHandle(handle -> AssetTable.require(handle, id));
  }

  /** A new text leaves picture and recording as they are. */
  private @Nullable Medium medium(Asset asset) {
    return database.jdbi().withHandle(handle -> RevisionTable.latest(handle, asset.id())).medium();
  }

  /** From every revision before to this one: products may be made from any of them. */
  private Map<Integer, RevisionDiff> diffs(Asset asset, TextState after) {
    Map<Integer, RevisionDiff> diffs = new TreeMap<>();
    for (Revision revision : of(asset.id())) {
      AssetText text = revision.text();
      if (text != null && database.jdbi().withHandle(h -> stale.isBase(h, asset, text))) {
        diffs.put(text.revision(), RevisionDiff.between(states.of(asset.with(text)), after));
      }
    }
    return diffs;
  }
}
