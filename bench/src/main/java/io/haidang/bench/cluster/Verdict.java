package io.haidang.bench.cluster;

import io.haidang.gateway.audit.AuditChain;
import io.haidang.gateway.audit.ChainReport;
import io.haidang.gateway.store.Database;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Compares what the desk has promised with what it has. */
final class Verdict {

  private static final Set<String> REVIEWABLE = Set.of("IN_REVIEW", "APPROVED", "PUBLISHED");

  private final Ledger ledger;
  private final Database database;
  private final List<String> faults = new ArrayList<>();

  Verdict(Ledger ledger, Database database) {
    this.ledger = ledger;
    this.database = database;
  }

  /** Drafts whose translation is not there yet. */
  long unfinished() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                ledger.drafts().stream()
                    .filter(target -> !REVIEWABLE.contains(state(handle, target)))
                    .count());
  }

  private static String state(Handle handle, UUID target) {
    return handle
        .createQuery("select state from target where id = :id")
        .bind("id", target)
        .mapTo(String.class)
        .findOne()
        .orElse("lost");
  }

  /** Everything that is not as promised, a line each. */
  List<String> faults() {
    database.jdbi().useHandle(this::check);
    AuditChain chain = new AuditChain(database, Clock.systemUTC());
    ChainReport report = chain.verify(Optional.empty());
    if (!report.isIntact()) {
      faults.add("audit: not intact (expected: intact), " + report.flaws());
    }
    return faults;
  }

  private void check(Handle handle) {
    for (UUID target : ledger.drafts()) {
      String state = state(handle, target);
      if (!REVIEWABLE.contains(state)) {
        faults.add("draft " + target + ": " + state + " (expected: one of " + REVIEWABLE + ")");
      }
      approvals(handle, target);
      translations(handle, target);
    }
    ledger.edits().forEach((target, texts) -> edits(handle, target, texts));
    own(handle);
  }

  private void approvals(Handle handle, UUID target) {
    int told = ledger.approvals(target);
    int there = events(handle, target, "target-approved").size();
    if (there < told || there > told + ledger.unknownApprovals(target)) {
      faults.add("target " + target + ": " + there + " approvals (expected: " + told + ")");
    }
  }

  private void edits(Handle handle, UUID target, Set<String> texts) {
    List<String> events = events(handle, target, "segment-edited");
    for (String text : texts) {
      String mark = text.substring(text.lastIndexOf('('));
      if (events.stream().noneMatch(event -> event.contains(mark))) {
        faults.add("target " + target + ": an edit is not there (expected: " + mark + ")");
      }
    }
  }

  /** Every segment is reported once, by whichever worker stored it. */
  private void translations(Handle handle, UUID target) {
    List<Integer> reported = new ArrayList<>();
    for (String event : events(handle, target, "segments-translated")) {
      JsonObject range = new JsonObject(event);
      for (int index = range.getInteger("from"); index <= range.getInteger("to"); index++) {
        reported.add(index);
      }
    }
    int segments =
        handle
            .createQuery("select count(*) from segment where target_id = :id")
            .bind("id", target)
            .mapTo(Integer.class)
            .one();
    if (reported.size() != segments || Set.copyOf(reported).size() != segments) {
      faults.add(
          "target " + target + ": reported " + reported + " (expected: each of " + segments + ")");
    }
  }

  private void own(Handle handle) {
    handle
        .createQuery(
            "select e.target_id from event e join target t on t.id = e.target_id join asset a on"
                + " a.id = t.asset_id join account o on o.id = a.author_id where e.type ="
                + " 'target-approved' and e.actor = o.display_name")
        .mapTo(UUID.class)
        .forEach(target -> faults.add("target " + target + ": approved by its author"));
  }

  private static List<String> events(Handle handle, UUID target, String type) {
    return handle
        .createQuery("select data from event where target_id = :id and type = :type")
        .bind("id", target)
        .bind("type", type)
        .mapTo(String.class)
        .list();
  }
}
