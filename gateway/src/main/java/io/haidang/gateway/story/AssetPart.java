package io.haidang.gateway.story;

import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.Revision;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A part of a story with its past.
 *
 * @param revisions the first one first; at least one
 */
public record AssetPart(
    UUID id, AssetKind kind, String title, Locale language, List<Revision> revisions) {

  public AssetPart {
    revisions = List.copyOf(revisions);
  }

  /** What it is now. */
  public Revision present() {
    return revisions.get(revisions.size() - 1);
  }
}
