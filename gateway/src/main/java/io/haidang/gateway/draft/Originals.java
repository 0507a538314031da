package io.haidang.gateway.draft;

import io.haidang.gateway.store.ContentStore;
import io.haidang.translation.document.SegmentedDocument;

/**
 * The texts that targets are made from, read anew from their bytes each time: what a filter makes
 * of a document is never kept.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; call it outside of
 * transactions, which would hold a second connection.
 */
public final class Originals {

  private final ContentStore contents;

  public Originals(ContentStore contents) {
    this.contents = contents;
  }

  /** The text of an asset as its segments. */
  public SegmentedDocument document(Asset asset) {
    return SegmentedDocument.read(
        asset.format(),
        SegmentedDocument.decode(contents.bytes(asset.text().digest())),
        asset.sourceLanguage());
  }

  /** The bytes of the text. */
  public byte[] bytes(Asset asset) {
    return contents.bytes(asset.text().digest());
  }
}
