package io.haidang.gateway.draft;

/** Where a text may go; only {@link #PUBLIC} may ever reach a remote provider. */
public enum Sensitivity {
  PUBLIC,
  INTERNAL,
  SECRET
}
