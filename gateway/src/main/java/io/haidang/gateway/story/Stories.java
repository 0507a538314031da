package io.haidang.gateway.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.AssetTable;
import io.haidang.gateway.draft.AssetText;
import io.haidang.gateway.draft.LanguageTags;
import io.haidang.gateway.draft.Medium;
import io.haidang.gateway.draft.Revision;
import io.haidang.gateway.draft.RevisionTable;
import io.haidang.gateway.draft.Story;
import io.haidang.gateway.draft.StoryTable;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.draft.Titles;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.store.Database;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Stories and what belongs to them.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Stories {

  private final Database database;
  private final TargetTable targets;
  private final Clock clock;

  public Stories(Database database, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.clock = clock;
  }

  /** The newest stories, without what belongs to them. */
  public List<Story> recent(Account reader, int offset, int limit) {
    return database.jdbi().withHandle(handle -> StoryTable.recent(handle, reader, offset, limit));
  }

  /**
   * A story with everything that belongs to it.
   *
   * @throws GatewayException {@code not-found}
   */
  public Bundle bundle(UUID story) {
    return database.jdbi().inTransaction(handle -> bundle(handle, story));
  }

  private Bundle bundle(Handle handle, UUID id) {
    Story story = StoryTable.require(handle, id);
    List<AssetPart> parts =
        AssetTable.ofStory(handle, id).stream()
            .map(
                row ->
                    new AssetPart(
                        row.id(),
                        row.kind(),
                        row.title(),
                        row.language(),
                        RevisionTable.of(handle, row.id())))
            .toList();
    return new Bundle(
        story,
        StoryTable.release(handle, id, OptionalInt.empty()),
        parts,
        targets.ofStory(handle, id));
  }

  /**
   * Begins a story with its first part.
   *
   * @throws GatewayException {@code not-permitted}, {@code unknown-language}, {@code
   *     invalid-request}, and what {@link Uploads} says of a text that is refused
   */
  public Bundle begin(NewStory story, NewAsset first, Account owner) {
    owner.requireAny(Role.EDITOR, Role.REVIEWER);
    Read read = read(first);
    String title = title(story.title(), read);
    Story begun =
        new Story(
            UUID.randomUUID(),
            title,
            story.sensitivity(),
            story.textDate(),
            owner,
            owner.office(),
            clock.instant());
    Kept kept = keep(first, read);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              StoryTable.insert(handle, begun);
              insert(handle, begun, first.kind(), title(first.title(), read), read, kept, owner);
              return bundle(handle, begun.id());
            });
  }

  /**
   * Adds a part to a story, under its label and date.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code unknown-language},
   *     {@code invalid-request}, and what {@link Uploads} says of a text that is refused
   */
  public Bundle add(UUID story, NewAsset asset, Account author) {
    author.requireAny(Role.EDITOR, Role.REVIEWER);
    database.jdbi().useHandle(handle -> StoryTable.require(handle, story));
    Read read = read(asset);
    Kept kept = keep(asset, read);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Story present = StoryTable.lock(handle, story);
              String title = title(asset.title(), read);
              insert(handle, present, asset.kind(), title, read, kept, author);
              return bundle(handle, story);
            });
  }

  /** What was read of a part before anything is kept. */
  private record Read(
      Locale language,
      @Nullable DocumentFormat format,
      String firstLine,
      @Nullable MediaType medium) {}

  private record Kept(@Nullable AssetText text, @Nullable Medium medium) {}

  private static Read read(NewAsset asset) {
    Locale language = LanguageTags.known(asset.language());
    Upload text = asset.text();
    Upload medium = asset.medium();
    if (asset.kind().isMedium() != (medium != null) || (!asset.kind().isMedium() && text == null)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "asset: incomplete (expected: a text for an article or a file, a medium for others)");
    }
    MediaType type = medium == null ? null : mediaType(asset.kind(), medium);
    if (text == null) {
      return new Read(language, null, medium == null ? "" : Uploads.name(medium), type);
    }
    DocumentFormat format = Uploads.format(text);
    SegmentedDocument document = Uploads.read(text, format, language);
    return new Read(language, format, InlineCodes.strip(document.segments().get(0)), type);
  }

  private static MediaType mediaType(AssetKind kind, Upload medium) {
    return MediaType.of(medium.bytes())
        .filter(type -> type.kind() == kind)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.UNSUPPORTED_FORMAT,
                    "medium: unknown (expected: "
                        + kind.name().toLowerCase(Locale.ROOT)
                        + " of a common kind)"));
  }

  private Kept keep(NewAsset asset, Read read) {
    Upload text = asset.text();
    Upload medium = asset.medium();
    DocumentFormat format = read.format();
    MediaType type = read.medium();
    return new Kept(
        text == null || format == null
            ? null
            : AssetText.of(1, database.contents().put(text.bytes()), format, text),
        medium == null || type == null
            ? null
            : new Medium(
                database.contents().put(medium.bytes()), type.mediaType(), Uploads.name(medium)));
  }

  private void insert(
      Handle handle,
      Story story,
      AssetKind kind,
      String title,
      Read read,
      Kept kept,
      Account author) {
    UUID id = UUID.randomUUID();
    AssetTable.insert(handle, id, story, kind, title, read.language(), author, clock.instant());
    RevisionTable.insert(
        handle, new Revision(id, 1, kept.text(), kept.medium(), author, clock.instant(), ""));
  }

  private static String title(String given, Read read) {
    String title = TextField.require("title", given.strip(), Titles.MOST);
    return Titles.cut(title.isEmpty() ? read.firstLine() : title);
  }
}
