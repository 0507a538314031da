package io.haidang.bench.cluster;

/**
 * What work costs, in seconds of the processor, as it was measured with one number of workers.
 *
 * @param draft one of {@link Work#WORDS} words, from handing in to the translation that waits for
 *     review
 * @param review opening a text, an edit, the findings, the approval
 * @param sentence one that nobody asked for before
 * @param known a sentence whose translation is remembered
 * @param read a list of texts, or a text with its segments
 * @param draftBytes by which the database grew with each draft, its review included
 * @param draftsAnHour as many as were translated while nothing else was asked for
 */
record Costs(
    Spent draft,
    Spent review,
    Spent sentence,
    Spent known,
    Spent read,
    double draftBytes,
    double draftsAnHour) {}
