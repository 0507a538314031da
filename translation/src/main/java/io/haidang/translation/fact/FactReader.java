package io.haidang.translation.fact;

/** Reads one family of facts of one language. Implementations are immutable. */
interface FactReader {

  /** Adds what it finds in places that no reader before has taken. */
  void read(Scan scan);
}
