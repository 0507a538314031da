package io.haidang.gateway.config;

import java.nio.file.Path;

/**
 * With what the server proves who it is; both files are PEM and read once, at the start.
 *
 * @param certificate of the server, followed by those between it and a known authority
 * @param key its private key, PKCS #8 without a password
 */
public record TlsFiles(Path certificate, Path key) {}
