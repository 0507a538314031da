package io.haidang.translation.document.packed;

/**
 * How a run of characters looks.
 *
 * @param key equal for runs that look the same
 * @param open markup before the characters
 * @param close markup behind them
 */
public record RunStyle(String key, String open, String close) {}
