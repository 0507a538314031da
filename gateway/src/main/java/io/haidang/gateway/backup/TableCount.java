package io.haidang.gateway.backup;

/**
 * What a table holds.
 *
 * @param checksum of all rows whatever their order: hexadecimal, the sum of their SHA-256
 */
public record TableCount(String table, long rows, String checksum) {}
