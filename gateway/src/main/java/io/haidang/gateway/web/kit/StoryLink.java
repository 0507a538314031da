package io.haidang.gateway.web.kit;

import io.haidang.gateway.draft.Target;
import java.util.UUID;

/** Addresses of stories and of what belongs to them. */
public final class StoryLink {

  private StoryLink() {}

  public static String href(UUID story) {
    return "/stories/" + story;
  }

  public static String part(UUID story, UUID asset) {
    return href(story) + "/assets/" + asset;
  }

  /** The picture or recording of a part. */
  public static String medium(UUID story, UUID asset) {
    return part(story, asset) + "/medium";
  }

  /** What the revisions of a part have changed. */
  public static String changes(UUID story, UUID asset) {
    return part(story, asset) + "/changes";
  }

  /** Subtitles as a player takes them. */
  public static String captions(Target subtitles) {
    return href(subtitles.asset().story()) + "/products/" + subtitles.id() + "/captions";
  }

  /** Where embargo, spokesperson, correction and withdrawal of a product are. */
  public static String release(Target target) {
    return "/library/" + target.id();
  }

  /** A translation is read in the workbench, a form beside the sentences that it came from. */
  public static String product(Target target) {
    return target.form().isTranslation()
        ? TargetLink.href(target.id())
        : href(target.asset().story()) + "/products/" + target.id();
  }
}
