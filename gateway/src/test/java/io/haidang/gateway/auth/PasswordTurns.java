package io.haidang.gateway.auth;

/** Takes every turn to hash a password, as if many were signing in, until it is closed. */
public final class PasswordTurns implements AutoCloseable {

  private final int taken = Argon2Hash.TURNS.drainPermits();

  /** How many wait for one. */
  public static int waiting() {
    return Argon2Hash.TURNS.getQueueLength();
  }

  @Override
  public void close() {
    Argon2Hash.TURNS.release(taken);
  }
}
