package io.haidang.gateway.limit;

import io.haidang.gateway.auth.ApiKeyEntry;

/**
 * A key with what it has taken.
 *
 * @param taken in this month, but for the last second
 */
public record KeyLine(ApiKeyEntry entry, KeyUse taken) {}
