package io.haidang.gateway.cli;

/** A command cannot do what it was asked; the message tells the user why. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }
}
