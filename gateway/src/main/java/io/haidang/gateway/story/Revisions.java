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
import io.haidang.gateway.draft.StoryTable;
import io.haidang.gateway.draft.TargetScheduler;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.fact.Fact;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
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
  private final TargetScheduler scheduler;
  private final Clock clock;

  public Revisions(Database database, StoryNames names, TargetScheduler scheduler, Clock clock) {
    this.database = database;
    this.originals = new Originals(database.contents());
    this.states = new TextStates(originals, names);
    this.stale = new StaleProducts(states, clock);
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** All revisions of an asset, the first one first; empty when there is no such asset. */
  public List<Revision> of(UUID asset) {
    return database.jdbi().withHandle(handle -> RevisionTable.of(handle, asset));
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
    Editors.require(actor);
    String reason = TextField.require("note", note.strip(), MAX_NOTE);
    Asset asset = asset(id);
    DocumentFormat format = Uploads.format(upload);
    SegmentedDocument document = Uploads.read(upload, format, asset.sourceLanguage());
    ContentDigest digest = database.contents().put(upload.bytes());
    if (digest.equals(asset.text().digest())) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "content: as it was (expected: another text)");
    }
    AssetText text = AssetText.of(asset.text().revision() + 1, digest, format, upload);
    return add(asset, text, document, reason, actor);
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
    Editors.require(actor);
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

  private Revision add(
      Asset asset, AssetText text, SegmentedDocument document, String note, Account actor) {
    Revision revision =
        new Revision(
            asset.id(), text.revision(), text, medium(asset), actor, clock.instant(), note);
    TextState after = states.of(asset, text, document);
    Map<Integer, RevisionDiff> diffs = diffs(asset, after);
    List<UUID> unfinished = new ArrayList<>();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              StoryTable.lock(handle, asset.story());
              requireNext(handle, revision);
              RevisionTable.insert(handle, revision);
              unfinished.addAll(stale.mark(handle, asset, revision.number(), diffs, actor));
            });
    unfinished.forEach(scheduler::schedule);
    return revision;
  }

  /** A new text leaves picture and recording as they are. */
  private @Nullable Medium medium(Asset asset) {
    return database.jdbi().withHandle(handle -> RevisionTable.latest(handle, asset.id())).medium();
  }

  private static void requireNext(Handle handle, Revision revision) {
    int latest = RevisionTable.of(handle, revision.asset()).size();
    if (latest + 1 != revision.number()) {
      throw new GatewayException(
          ErrorCode.STALE_VERSION,
          "revision: changed in between (expected: " + latest + ")",
          Map.of("currentVersion", latest));
    }
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
