package io.haidang.gateway.story;

import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.Upload;
import org.jspecify.annotations.Nullable;

/**
 * A part of a story as it is handed in; {@link Stories} validates it.
 *
 * @param title for people; may be empty, then the name of its file or the first line stands in
 * @param language BCP 47 tag of its text
 * @param text article, document, caption or transcript; null for a medium that nobody has described
 * @param medium picture or recording; null for an article or a file
 */
public record NewAsset(
    AssetKind kind,
    String title,
    String language,
    @Nullable Upload text,
    @Nullable Upload medium) {}
