package io.haidang.gateway.draft;

import java.util.UUID;

/** Sees to it that a target gets translated; what it was told survives the process. */
@FunctionalInterface
public interface TargetScheduler {

  void schedule(UUID target);
}
