package io.haidang.models.internal.search;

import java.util.Arrays;

/** A list of token ids. Immutable. */
public final class TokenIds {

  /** No ids. */
  public static final TokenIds NONE = new TokenIds(new int[0]);

  private final int[] ids;

  private TokenIds(int[] ids) {
    this.ids = ids;
  }

  public static TokenIds of(int... ids) {
    return new TokenIds(ids.clone());
  }

  public int size() {
    return ids.length;
  }

  public boolean isEmpty() {
    return ids.length == 0;
  }

  public int get(int index) {
    return ids[index];
  }

  public int last() {
    return ids[ids.length - 1];
  }

  public boolean contains(int token) {
    for (int id : ids) {
      if (id == token) {
        return true;
      }
    }
    return false;
  }

  /** These, then others. */
  public TokenIds followedBy(TokenIds others) {
    int[] all = Arrays.copyOf(ids, ids.length + others.ids.length);
    System.arraycopy(others.ids, 0, all, ids.length, others.ids.length);
    return new TokenIds(all);
  }

  /** Gives each of them the same score. */
  void set(float[] scores, float score) {
    for (int id : ids) {
      scores[id] = score;
    }
  }

  /** A copy. */
  public int[] toArray() {
    return ids.clone();
  }

  @Override
  public String toString() {
    return Arrays.toString(ids);
  }
}
