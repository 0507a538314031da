package io.haidang.gateway.backup;

/** A database cannot be copied, or a backup cannot be used; the message says what to do. */
public final class BackupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BackupException(String message) {
    super(message);
  }
}
