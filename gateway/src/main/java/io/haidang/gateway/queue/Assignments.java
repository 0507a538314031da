package io.haidang.gateway.queue;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.events.Notifier;
import io.haidang.gateway.events.Occasion;
import io.haidang.gateway.priority.Priority;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * For whom a text is, and by when.
 *
 * <p>Whoever hands a text in sets its deadline in that transaction, with {@link Priority}; this is
 * for everything after.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class Assignments {

  /** Somebody has been given a text; {@code to} has the name, empty when it was taken from them. */
  public static final String ASSIGNED = "target-assigned";

  /** A text has got a deadline; {@code due} has it, empty when it has none any more. */
  public static final String DUE = "target-due";

  private final Database database;
  private final TargetTable targets;
  private final EventLog events;
  private final Clock clock;
  private final Visibility visibility;
  private final Accounts accounts;

  Assignments(Database database, Accounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.clock = clock;
    this.visibility = new Visibility(database);
  }

  /** Those who edit or approve texts, by name. */
  public List<Person> people() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id, login, display_name from account where closed_at is null"
                            + " and (roles like '%REVIEWER%' or roles like '%EDITOR%')"
                            + " order by display_name, login")
                    .map(
                        (row, context) ->
                            new Person(
                                row.getObject("id", UUID.class),
                                row.getString("login"),
                                row.getString("display_name")))
                    .list());
  }

  /** The offices that stories are of, by name. */
  public List<String> offices() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select distinct office from account order by office")
                    .mapTo(String.class)
                    .list());
  }

  /**
   * Gives a text to somebody.
   *
   * @param login empty takes it from whoever has it
   * @throws GatewayException {@code not-permitted} but for reviewers and administrators, {@code
   *     not-found}, {@code invalid-request} for somebody who is not there, does not work on texts,
   *     or may not see this one
   */
  public void assign(UUID id, String login, Account actor) {
    actor.requireAny(Role.REVIEWER, Role.ADMIN);
    @Nullable Person person = login.isBlank() ? null : person(id, login.strip());
    database
        .jdbi()
        .useTransaction(
            handle -> {
              targets.lock(handle, id);
              handle
                  .createUpdate(
                      "update target set assignee_id = cast(:person as uuid) where id = :id")
                  .bindByType("person", person == null ? null : person.id(), UUID.class)
                  .bind("id", id)
                  .execute();
              record(
                  handle, id, ASSIGNED, Map.of("to", person == null ? "" : person.name()), actor);
              if (person != null && !person.id().equals(actor.id())) {
                Notifier.tell(
                    handle,
                    Occasion.ASSIGNED,
                    person.id(),
                    id,
                    null,
                    actor.displayName(),
                    clock.instant());
              }
            });
  }

  private Person person(UUID target, String login) {
    Person person =
        people().stream()
            .filter(each -> each.login().equals(login))
            .findFirst()
            .orElseThrow(Assignments::nobody);
    Account account = accounts.find(person.id()).orElseThrow(Assignments::nobody);
    try {
      visibility.requireTarget(target, account);
    } catch (GatewayException e) {
      throw nobody();
    }
    return person;
  }

  private static GatewayException nobody() {
    return new GatewayException(
        ErrorCode.INVALID_REQUEST,
        "assignee: unknown (expected: the login of somebody who may work on this text)");
  }

  /**
   * Says by when a text has to be read.
   *
   * @param deadline null for no deadline
   * @throws GatewayException {@code not-permitted} but for reviewers, administrators and whoever
   *     wrote the text, {@code not-found}
   */
  public void setDeadline(UUID id, @Nullable Instant deadline, Account actor) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              Target target = targets.lock(handle, id);
              if (!target.asset().writers().contains(actor.id())) {
                actor.requireAny(Role.REVIEWER, Role.ADMIN);
              }
              Priority.setDeadline(handle, id, deadline);
              String due = deadline == null ? "" : deadline.toString();
              record(handle, id, DUE, Map.of("due", due), actor);
            });
  }

  private void record(
      Handle handle, UUID target, String type, Map<String, String> data, Account actor) {
    events.append(handle, target, type, actor.displayName(), data);
  }
}
