package io.haidang.gateway.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Medium;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Revision;
import io.haidang.gateway.draft.RevisionTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.review.Deliveries;
import io.haidang.gateway.store.Database;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.subtitle.Subtitles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;

/**
 * Pictures and recordings of stories, and the subtitles that go with them.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Media {

  private final Database database;
  private final TargetTable targets;
  private final Deliveries deliveries;

  public Media(Database database, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.deliveries = new Deliveries(database, clock);
  }

  /**
   * A medium and how many bytes it has.
   *
   * @param size of the file
   */
  public record Stored(Medium medium, long size) {

    /** A strong validator: equal for equal bytes. */
    public String tag() {
      return '"' + medium.digest().hex() + '"';
    }
  }

  /**
   * The medium that an asset has now.
   *
   * @throws GatewayException {@code not-found} where there is none
   */
  public Stored of(UUID asset) {
    Medium medium =
        database.jdbi().withHandle(handle -> RevisionTable.of(handle, asset)).stream()
            .reduce((first, last) -> last)
            .map(Revision::medium)
            .orElseThrow(
                () ->
                    new GatewayException(
                        ErrorCode.NOT_FOUND,
                        "medium: unknown (expected: a picture or recording of a story)"));
    return new Stored(medium, database.contents().size(medium.digest()));
  }

  /** So many bytes from one on; fewer at the end. */
  public byte[] bytes(Stored stored, long from, int length) {
    try (InputStream bytes = database.contents().open(stored.medium().digest(), from)) {
      return bytes.readNBytes(length);
    } catch (IOException e) {
      throw new UncheckedIOException("pieces come from the database", e);
    }
  }

  /**
   * Subtitles that are made, in whatever state, as WebVTT, which players take.
   *
   * @throws GatewayException {@code not-found} for another product, or one that is still being made
   */
  public byte[] captions(UUID product) {
    Target target = database.jdbi().withHandle(handle -> targets.require(handle, product));
    if (!isShown(target)) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "captions: unknown (expected: subtitles that are made)");
    }
    byte[] file = deliveries.file(target).content();
    DocumentFormat format = target.asset().format();
    return format == DocumentFormat.VTT
        ? file
        : Subtitles.write(DocumentFormat.VTT, Subtitles.read(format, file));
  }

  /** Whether a product is subtitles that can be shown with their recording. */
  public static boolean isShown(Target target) {
    return target.form().equals(ProductForm.SUBTITLES)
        && switch (target.state()) {
          case DRAFT, MACHINE, FAILED, SUPERSEDED, REJECTED -> false;
          case IN_REVIEW, CHANGES_REQUESTED, APPROVED, PUBLISHED -> true;
        };
  }
}
