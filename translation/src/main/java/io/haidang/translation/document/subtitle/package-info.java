/**
 * Subtitles: SubRip and WebVTT, read and written byte for byte, translated by sentence across cues;
 * the rules of good subtitles, and cues from a transcript.
 */
@NullMarked
package io.haidang.translation.document.subtitle;

import org.jspecify.annotations.NullMarked;
