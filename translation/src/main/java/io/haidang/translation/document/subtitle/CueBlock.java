package io.haidang.translation.document.subtitle;

/**
 * A cue in its file.
 *
 * @param line of its time, from 1
 * @param start of what is shown, in the text of the file
 * @param end first unit after it, before its last line end; {@code start} when nothing is shown
 */
record CueBlock(int line, CueTime time, int start, int end) {}
