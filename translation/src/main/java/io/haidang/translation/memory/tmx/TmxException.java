package io.haidang.translation.memory.tmx;

/** A file is not TMX, or breaks off. The message names the place and quotes nothing. */
public final class TmxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TmxException(String message) {
    super(message);
  }
}
