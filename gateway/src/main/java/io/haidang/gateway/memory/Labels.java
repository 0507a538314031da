package io.haidang.gateway.memory;

import io.haidang.gateway.draft.Sensitivity;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Which texts of the memory a text may see. */
public final class Labels {

  /** All there are, for people, who may read every text of the desk. */
  public static final Set<String> ALL = visibleTo(Sensitivity.SECRET);

  private Labels() {}

  /** Those that are no more confidential than the text itself. */
  public static Set<String> visibleTo(Sensitivity label) {
    return Arrays.stream(Sensitivity.values())
        .filter(other -> other.compareTo(label) <= 0)
        .map(Enum::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
