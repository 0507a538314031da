package io.haidang.models;

import java.time.Duration;

/** A model could not be loaded or could not answer. */
public abstract sealed class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ModelException(String message) {
    super(message);
  }

  private ModelException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether the same call may succeed later. */
  public abstract boolean retryable();

  /** The files of a model are missing, broken or of an unknown kind. */
  public static final class Unloadable extends ModelException {
    private static final long serialVersionUID = 1L;

    public Unloadable(String message) {
      super(message);
    }

    public Unloadable(String message, Throwable cause) {
      super(message, cause);
    }

    @Override
    public boolean retryable() {
      return false;
    }
  }

  /** The model does not do what the request asks: a direction, a feature, a length. */
  public static final class Unsupported extends ModelException {
    private static final long serialVersionUID = 1L;

    public Unsupported(String message) {
      super(message);
    }

    @Override
    public boolean retryable() {
      return false;
    }
  }

  /** The caller asked to stop. */
  public static final class Cancelled extends ModelException {
    private static final long serialVersionUID = 1L;

    public Cancelled() {
      super("generation: cancelled");
    }

    @Override
    public boolean retryable() {
      return true;
    }
  }

  /** The answer would come too late. */
  public static final class DeadlineExceeded extends ModelException {
    private static final long serialVersionUID = 1L;

    public DeadlineExceeded() {
      super("generation: deadline passed (expected: an answer in time)");
    }

    @Override
    public boolean retryable() {
      return true;
    }
  }

  /** More work is waiting than the limit allows. */
  public static final class Overloaded extends ModelException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * Says what is waiting, in the message.
     *
     * @param retryAfter when it may be worth trying again
     */
    public Overloaded(String message, Duration retryAfter) {
      super(message);
      this.retryAfter = retryAfter;
    }

    /** When it may be worth trying again. */
    public Duration retryAfter() {
      return retryAfter;
    }

    @Override
    public boolean retryable() {
      return true;
    }
  }

  /** A provider refused: wrong key, unknown model, a request it will never answer. */
  public static final class Refused extends ModelException {
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
      super(message);
    }

    @Override
    public boolean retryable() {
      return false;
    }
  }

  /** A provider did not answer, or what it answered cannot be used. */
  public static final class Unavailable extends ModelException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
      super(message);
    }

    public Unavailable(String message, Throwable cause) {
      super(message, cause);
    }

    @Override
    public boolean retryable() {
      return true;
    }
  }

  /** The runtime failed in the middle of a call. */
  public static final class Failed extends ModelException {
    private static final long serialVersionUID = 1L;

    public Failed(String message, Throwable cause) {
      super(message, cause);
    }

    @Override
    public boolean retryable() {
      return true;
    }
  }
}
