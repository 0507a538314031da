package io.haidang.gateway.web.story;

import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.Medium;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.story.AssetPart;
import io.haidang.gateway.story.Media;
import io.haidang.gateway.web.kit.StoryLink;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture or recording as a page shows it.
 *
 * @param mediaType such as {@code video/mp4}
 * @param caption of a picture; empty where nobody wrote one
 * @param alternative says what the picture shows to those who do not see it
 * @param tracks subtitles to choose from
 */
record PartMedium(
    AssetKind kind,
    String title,
    Locale language,
    String href,
    String mediaType,
    String caption,
    String alternative,
    List<Track> tracks) {

  /** Subtitles in one language. */
  record Track(Target target) {

    String href() {
      return StoryLink.captions(target);
    }

    String language() {
      return target.language().toLanguageTag();
    }
  }

  /**
   * The medium of a part; null where it has none.
   *
   * @param text of the part as it was typed: for a picture the caption, and on a second line the
   *     alternative text
   */
  static @Nullable PartMedium of(UUID story, AssetPart part, String text, List<Target> products) {
    Medium medium = part.present().medium();
    if (medium == null) {
      return null;
    }
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    String caption = part.kind() == AssetKind.IMAGE && !lines.isEmpty() ? lines.get(0) : "";
    String seen = caption.isEmpty() ? part.title() : caption;
    return new PartMedium(
        part.kind(),
        part.title(),
        part.language(),
        StoryLink.medium(story, part.id()),
        medium.mediaType(),
        caption,
        lines.size() > 1 ? lines.get(1) : seen,
        ProductMatrix.sorted(products).stream().filter(Media::isShown).map(Track::new).toList());
  }

  boolean isImage() {
    return kind == AssetKind.IMAGE;
  }

  boolean isVideo() {
    return kind == AssetKind.VIDEO;
  }
}
