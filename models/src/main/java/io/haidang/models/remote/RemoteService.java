package io.haidang.models.remote;

import java.time.Duration;

/** What is the same about everything that is asked over HTTP. */
interface RemoteService {

  /** As it is configured. */
  String name();

  /** As the service names it. */
  String model();

  /** Longest wait for a connection. */
  Duration connectTimeout();

  /** Longest wait for a whole answer. */
  Duration timeout();

  /** Calls under way at a time, 1 or more. */
  int concurrency();
}
