package io.haidang.models;

/**
 * One output.
 *
 * @param text the output; may be empty
 * @param logProbability of the output, divided by its length in tokens to the power of the length
 *     penalty: 0 is certainty, lower is less sure
 * @param sourceTokens tokens read, special ones included
 * @param targetTokens tokens written, special ones excluded
 * @param truncated whether input or output was cut at the model's limits
 */
public record Generation(
    String text, double logProbability, int sourceTokens, int targetTokens, boolean truncated) {}
