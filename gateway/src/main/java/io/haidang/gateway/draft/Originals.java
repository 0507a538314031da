package io.haidang.gateway.draft;

import io.haidang.gateway.store.ContentStore;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import java.util.List;

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
        asset.format(), bytes(asset), asset.sourceLanguage(), asset.text().options());
  }

  /** The bytes of the text with every segment replaced, in its own language. */
  public byte[] replaced(Asset asset, SegmentedDocument document, List<String> segments) {
    return document.merge(segments, MergeOptions.of(asset.sourceLanguage()));
  }

  /** The document that a product translates, with its segments in place of the source's. */
  public byte[] merged(Target target, List<String> segments, MergeOptions options) {
    return document(target.asset()).merge(segments, options);
  }

  /** The bytes of the text. */
  public byte[] bytes(Asset asset) {
    return contents.bytes(asset.text().digest());
  }
}
