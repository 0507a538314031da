package io.haidang.gateway.inbox;

/** When letters go out. */
public enum Pace {
  /** Within a minute or two; what happens together comes together. */
  AT_ONCE,
  /** Every morning, when there is something that was not read in the pages. */
  DAILY
}
