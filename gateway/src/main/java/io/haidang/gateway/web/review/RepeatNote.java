package io.haidang.gateway.web.review;

import java.util.Map;

/**
 * What there is to say of segments that say the same as this one.
 *
 * @param waiting how many others would take its text
 * @param carried how many have just taken it
 * @param undo what takes that back; empty for nothing
 */
record RepeatNote(int waiting, int carried, String undo) {

  static final RepeatNote NONE = new RepeatNote(0, 0, "");

  static RepeatNote waiting(int others) {
    return new RepeatNote(others, 0, "");
  }

  /** Segments with their new versions. */
  static RepeatNote carried(Map<Integer, Integer> versions) {
    return new RepeatNote(0, versions.size(), SegmentVersions.write(versions));
  }
}
