package io.haidang.gateway.draft;

import io.haidang.gateway.store.ContentDigest;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.FilterOptions;

/**
 * The text of an asset in one of its revisions.
 *
 * @param revision 1 for the first
 * @param digest of its bytes
 * @param options what of the document is read
 * @param fileName as the author's machine gave it; empty when it was typed
 */
public record AssetText(
    int revision,
    ContentDigest digest,
    DocumentFormat format,
    FilterOptions options,
    String fileName) {

  /** The text of an upload that is kept. */
  public static AssetText of(
      int revision, ContentDigest digest, DocumentFormat format, Upload upload) {
    return new AssetText(revision, digest, format, upload.options(), Uploads.name(upload));
  }
}
