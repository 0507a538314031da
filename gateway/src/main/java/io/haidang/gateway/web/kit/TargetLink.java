package io.haidang.gateway.web.kit;

import java.util.UUID;

/** Addresses of the workbench. */
public final class TargetLink {

  /** Segments on one page of a long document. */
  public static final int PAGE_SIZE = 50;

  private TargetLink() {}

  /** Where a translation is shown. */
  public static String href(UUID target) {
    return "/targets/" + target;
  }

  /** Where one segment is shown, among all segments of its text. */
  public static String href(UUID target, int index) {
    return href(target) + "?page=" + (index / PAGE_SIZE + 1) + "#segment-" + index;
  }
}
