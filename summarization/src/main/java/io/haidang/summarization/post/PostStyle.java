package io.haidang.summarization.post;

import io.haidang.summarization.Form;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a post for a platform is laid out.
 *
 * @param title whether it begins with the headline on a line of its own
 * @param sentences at most, 1 or more
 * @param points at most, each on a line of its own
 * @param link whether the address stands in the text; some platforms show none or do not make it a
 *     link
 * @param hashtags at most
 */
public record PostStyle(boolean title, int sentences, int points, boolean link, int hashtags) {

  private static final Map<Form, PostStyle> STYLES = new EnumMap<>(Form.class);

  static {
    STYLES.put(Form.POST_X, new PostStyle(false, 2, 0, true, 2));
    STYLES.put(Form.POST_BLUESKY, new PostStyle(false, 2, 0, true, 2));
    STYLES.put(Form.POST_THREADS, new PostStyle(false, 3, 0, true, 1));
    STYLES.put(Form.POST_ZALO, new PostStyle(false, 2, 0, false, 0));
    STYLES.put(Form.POST_FACEBOOK, new PostStyle(true, 2, 3, true, 3));
    STYLES.put(Form.POST_LINKEDIN, new PostStyle(true, 2, 4, true, 3));
    STYLES.put(Form.POST_INSTAGRAM, new PostStyle(true, 3, 0, false, 5));
    STYLES.put(Form.POST_YOUTUBE, new PostStyle(true, 2, 5, true, 3));
    STYLES.put(Form.POST_TIKTOK, new PostStyle(true, 2, 0, false, 4));
  }

  /**
   * The style of a post.
   *
   * @throws IllegalArgumentException when the form is no post
   */
  public static PostStyle of(Form form) {
    PostStyle style = STYLES.get(form);
    if (style == null) {
      throw new IllegalArgumentException("form: " + form + " (expected: a post)");
    }
    return style;
  }
}
