package io.haidang.translation.document.pdf;

/**
 * A line on a page; lengths in points from the top left.
 *
 * @param size of the letters
 */
record Line(String text, float left, float right, float top, float size) {}
