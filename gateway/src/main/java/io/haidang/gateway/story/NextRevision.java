package io.haidang.gateway.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.AssetText;
import io.haidang.gateway.draft.Revision;
import io.haidang.gateway.draft.RevisionTable;
import io.haidang.gateway.draft.StoryTable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A revision that is read and not written yet.
 *
 * @param asset as it was before
 * @param text of the revision
 * @param diffs from each revision that products were made from to this one
 */
record NextRevision(
    Asset asset, Revision revision, AssetText text, Map<Integer, RevisionDiff> diffs) {

  /** Whether the text is the one there is. */
  boolean isAsItWas() {
    return asset.hasText() && asset.text().digest().equals(text.digest());
  }

  /**
   * Writes it, and marks products stale that no longer say what it says.
   *
   * @return products that a worker has to make or go on making
   * @throws GatewayException {@code stale-version} when another revision came in between
   */
  List<UUID> insert(Handle handle, StaleProducts stale, Account actor) {
    StoryTable.lock(handle, asset.story());
    int latest = RevisionTable.of(handle, asset.id()).size();
    if (latest + 1 != revision.number()) {
      throw new GatewayException(
          ErrorCode.STALE_VERSION,
          "revision: changed in between (expected: " + latest + ")",
          Map.of("currentVersion", latest));
    }
    RevisionTable.insert(handle, revision);
    return stale.mark(handle, asset, revision.number(), diffs, actor);
  }
}
