package io.haidang.gateway.draft;

import io.haidang.gateway.Beginning;

/** Titles as long as they may be. */
public final class Titles {

  /** In UTF-16 units. */
  public static final int MOST = 200;

  private Titles() {}

  /** The beginning of a text, never cut between the halves of a character. */
  public static String cut(String text) {
    return Beginning.of(text, MOST);
  }
}
