package io.haidang.gateway.web;

import java.util.UUID;

/** Addresses of the workbench. */
final class TargetLink {

  /** Segments on one page of a long document. */
  static final int PAGE_SIZE = 100;

  private TargetLink() {}

  /** Where a translation is shown. */
  static String href(UUID target) {
    return "/targets/" + target;
  }

  /** Where one segment is shown, among all segments of its text. */
  static String href(UUID target, int index) {
    return href(target) + "?page=" + (index / PAGE_SIZE + 1) + "#segment-" + index;
  }
}
