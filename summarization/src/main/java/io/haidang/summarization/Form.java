package io.haidang.summarization;

import io.haidang.summarization.length.LengthUnit;
import java.util.Locale;

/**
 * What a story can be made into. Lengths of editorial forms follow the guidance of GOV.UK (title
 * below 65 characters, summary below 160); those of posts are the platforms' own.
 */
public enum Form {
  /** The title of the story, or a sentence of it. */
  HEADLINE(Kind.HEADLINE, LengthUnit.CHARACTERS, 64, 0),
  /** One or two sentences under the headline that carry the story. */
  STANDFIRST(Kind.STANDFIRST, LengthUnit.CHARACTERS, 159, 0),
  /** Three to five sentences, one fact each. */
  KEY_POINTS(Kind.POINTS, LengthUnit.CHARACTERS, 1200, 0),
  SUMMARY_50(Kind.SUMMARY, LengthUnit.WORDS, 50, 0),
  SUMMARY_100(Kind.SUMMARY, LengthUnit.WORDS, 100, 0),
  SUMMARY_200(Kind.SUMMARY, LengthUnit.WORDS, 200, 0),
  /** What an image shows, from its caption: the story is then the caption. */
  ALT_TEXT(Kind.ALT_TEXT, LengthUnit.CHARACTERS, 125, 0),
  /** What a search engine shows under the link. */
  SEO_DESCRIPTION(Kind.STANDFIRST, LengthUnit.CHARACTERS, 155, 0),
  POST_X(Kind.POST, LengthUnit.X_WEIGHT, 280, 0),
  POST_FACEBOOK(Kind.POST, LengthUnit.CHARACTERS, 63_206, 477),
  POST_LINKEDIN(Kind.POST, LengthUnit.CHARACTERS, 3_000, 210),
  POST_INSTAGRAM(Kind.POST, LengthUnit.CHARACTERS, 2_200, 125),
  /** The description of a video. */
  POST_YOUTUBE(Kind.POST, LengthUnit.CHARACTERS, 5_000, 150),
  POST_TIKTOK(Kind.POST, LengthUnit.CHARACTERS, 4_000, 100),
  POST_THREADS(Kind.POST, LengthUnit.CHARACTERS, 500, 0),
  POST_BLUESKY(Kind.POST, LengthUnit.GRAPHEMES, 300, 0),
  /** The description of an article of an official account, which its followers see first. */
  POST_ZALO(Kind.POST, LengthUnit.CHARACTERS, 300, 0);

  /** What several forms have in common. */
  public enum Kind {
    HEADLINE,
    STANDFIRST,
    POINTS,
    SUMMARY,
    ALT_TEXT,
    POST
  }

  private final Kind kind;
  private final LengthUnit unit;
  private final int most;
  private final int fold;

  Form(Kind kind, LengthUnit unit, int most, int fold) {
    this.kind = kind;
    this.unit = unit;
    this.most = most;
    this.fold = fold;
  }

  /** A stable name for APIs, such as {@code key-points} or {@code post-x}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The form of this {@link #id}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Form of(String id) {
    for (Form form : values()) {
      if (form.id().equals(id)) {
        return form;
      }
    }
    throw new IllegalArgumentException("form: " + id + " (expected: the id of a form)");
  }

  public Kind kind() {
    return kind;
  }

  /** What its length is counted in. */
  public LengthUnit unit() {
    return unit;
  }

  /** The greatest length, in {@link #unit}. */
  public int most() {
    return most;
  }

  /** How many characters a reader sees before "see more"; 0 when all is shown. */
  public int fold() {
    return fold;
  }

  /** The length of a text as this form counts it. */
  public int length(String text) {
    return unit.of(text);
  }

  /** Whether a text is not too long. */
  public boolean fits(String text) {
    return length(text) <= most;
  }
}
