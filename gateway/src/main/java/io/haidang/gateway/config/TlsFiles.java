package io.haidang.gateway.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/**
 * With what the server proves who it is; both files are PEM and read once, at the start.
 *
 * @param certificate of the server, followed by those between it and a known authority
 * @param key its private key, PKCS #8 without a password
 */
public record TlsFiles(Path certificate, Path key) {

  private static final String KEY = "-----BEGIN PRIVATE KEY-----";

  /** Whether a file begins with a certificate. */
  static boolean isCertificate(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in) != null;
    } catch (IOException | CertificateException e) {
      return false;
    }
  }

  /** Whether there is a private key in a file, in the one form that is read. */
  static boolean isKey(Path file) {
    try {
      return Files.readString(file).contains(KEY);
    } catch (IOException e) {
      return false;
    }
  }
}
