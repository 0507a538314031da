package io.haidang.gateway.http.kit;

/**
 * What translations depend on beside their texts; equal as long as nothing of that has changed.
 *
 * @param names number of the release of the official names
 * @param memory number of the latest change of the translation memory
 */
record DeskState(int names, long memory) {}
