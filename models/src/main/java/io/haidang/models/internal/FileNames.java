package io.haidang.models.internal;

import org.jspecify.annotations.Nullable;

/** Names of files that come from strangers. */
public final class FileNames {

  private FileNames() {}

  /** Whether a name stays inside its folder on every system: letters, digits and {@code . _ -}. */
  public static boolean isPlain(@Nullable String name) {
    return name != null && name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
  }
}
