package io.haidang.gateway.draft;

import io.haidang.gateway.store.ContentDigest;

/**
 * The picture or recording of an asset in one of its revisions.
 *
 * @param digest of its bytes
 * @param mediaType such as {@code image/jpeg}
 * @param fileName as the author's machine gave it
 */
public record Medium(ContentDigest digest, String mediaType, String fileName) {}
