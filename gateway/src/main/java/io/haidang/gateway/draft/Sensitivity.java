package io.haidang.gateway.draft;

import io.haidang.models.ModelDescriptor.Locality;

/** Where a text may go; only {@link #PUBLIC} may ever reach a remote provider. */
public enum Sensitivity {
  PUBLIC,
  INTERNAL,
  SECRET;

  /** How far a text of this label may go. No other place derives that from a label. */
  public Locality reach() {
    return switch (this) {
      case PUBLIC -> Locality.REMOTE;
      case INTERNAL, SECRET -> Locality.LOCAL;
    };
  }
}
