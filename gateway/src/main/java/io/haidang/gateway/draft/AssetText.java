package io.haidang.gateway.draft;

import io.haidang.gateway.store.ContentDigest;
import io.haidang.translation.document.DocumentFormat;

/**
 * The text of an asset in one of its revisions.
 *
 * @param revision 1 for the first
 * @param digest of its bytes
 * @param fileName as the author's machine gave it; empty when it was typed
 */
public record AssetText(
    int revision, ContentDigest digest, DocumentFormat format, String fileName) {}
