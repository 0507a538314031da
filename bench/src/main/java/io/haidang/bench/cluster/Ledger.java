package io.haidang.bench.cluster;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the desk has promised; at the end it is held to it. Safe for concurrent use. */
final class Ledger {

  private final Set<UUID> drafts = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Set<String>> edits = new ConcurrentHashMap<>();
  private final Map<UUID, AtomicInteger> approvals = new ConcurrentHashMap<>();
  private final Map<UUID, AtomicInteger> unknownApprovals = new ConcurrentHashMap<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Map<Integer, AtomicInteger> faults = new ConcurrentHashMap<>();

  /** A draft was taken in; its translation. */
  void accepted(UUID target) {
    drafts.add(target);
  }

  void edited(UUID target, String text) {
    edits.computeIfAbsent(target, id -> ConcurrentHashMap.newKeySet()).add(text);
  }

  void approved(UUID target) {
    approvals.computeIfAbsent(target, id -> new AtomicInteger()).incrementAndGet();
  }

  /** Nobody knows whether it was approved. */
  void perhapsApproved(UUID target) {
    unknownApprovals.computeIfAbsent(target, id -> new AtomicInteger()).incrementAndGet();
  }

  /** A sentence that somebody waited for came, or did not. */
  void sentence(boolean came) {
    (came ? answered : unanswered).incrementAndGet();
  }

  /** The server itself said that it could not. */
  void fault(int status) {
    faults.computeIfAbsent(status, code -> new AtomicInteger()).incrementAndGet();
  }

  Set<UUID> drafts() {
    return drafts;
  }

  Map<UUID, Set<String>> edits() {
    return edits;
  }

  int approvals(UUID target) {
    return count(approvals, target);
  }

  int unknownApprovals(UUID target) {
    return count(unknownApprovals, target);
  }

  private static int count(Map<UUID, AtomicInteger> counts, UUID target) {
    AtomicInteger count = counts.get(target);
    return count == null ? 0 : count.get();
  }

  int approvals() {
    return approvals.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  int answered() {
    return answered.get();
  }

  int unanswered() {
    return unanswered.get();
  }

  /** By status, how often the server failed. */
  Map<Integer, AtomicInteger> faults() {
    return faults;
  }
}
