package io.haidang.gateway.style;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.AccountLock;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Style rules of clients and of the house. A client sees its own and those of the house.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class StyleRules {

  /** Of one account. */
  public static final int MOST = 1000;

  private final Database database;
  private final Clock clock;

  public StyleRules(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Stores a new one.
   *
   * @param language one that the caller has found to be served
   * @throws GatewayException {@code invalid-request}
   */
  public StyleRule create(
      UUID owner,
      String name,
      Locale language,
      Map<String, Map<String, String>> configured,
      List<CustomInstruction> instructions) {
    Instant now = now();
    StyleRule rule =
        new StyleRule(
            UUID.randomUUID(), owner, name, language, configured, instructions, 1, now, now);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              AccountLock.take(handle, owner);
              if (StyleRuleTable.count(handle, owner) >= MOST) {
                throw new GatewayException(
                    ErrorCode.INVALID_REQUEST, "style rules: " + MOST + " (expected: fewer)");
              }
              StyleRuleTable.insert(handle, rule);
            });
    return rule;
  }

  /** Puts a rule of the house in place; one of that id is left as it is. */
  public void offer(StyleRule rule) {
    if (rule.owner() != null) {
      throw new IllegalArgumentException("rule.owner: an account (expected: none)");
    }
    database
        .jdbi()
        .useTransaction(
            handle -> {
              if (StyleRuleTable.find(handle, rule.id()).isEmpty()) {
                StyleRuleTable.insert(handle, rule);
              }
            });
  }

  /** What a client sees: the rules of the house, then its own, the oldest first. */
  public List<StyleRule> list(UUID owner) {
    return database.jdbi().withHandle(handle -> StyleRuleTable.visible(handle, owner));
  }

  /**
   * One that a client sees.
   *
   * @throws GatewayException {@code not-found}
   */
  public StyleRule find(UUID id, UUID owner) {
    return database.jdbi().withHandle(handle -> find(handle, id, owner));
  }

  private static StyleRule find(Handle handle, UUID id, UUID owner) {
    return StyleRuleTable.find(handle, id)
        .filter(rule -> rule.owner() == null || rule.owner().equals(owner))
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "Style rule not found"));
  }

  public StyleRule rename(UUID id, UUID owner, String name) {
    return change(id, owner, rule -> rule.withName(name));
  }

  /** Has the options stand for all that the rule had. */
  public StyleRule configure(UUID id, UUID owner, Map<String, Map<String, String>> configured) {
    return change(id, owner, rule -> rule.withConfigured(configured));
  }

  public StyleRule add(UUID id, UUID owner, CustomInstruction instruction) {
    return change(
        id,
        owner,
        rule -> {
          List<CustomInstruction> more = new ArrayList<>(rule.instructions());
          more.add(instruction);
          return rule.withInstructions(more);
        });
  }

  /**
   * An instruction of a rule.
   *
   * @throws GatewayException {@code not-found}
   */
  public CustomInstruction instruction(UUID id, UUID owner, UUID instruction) {
    return find(id, owner).instruction(instruction);
  }

  /** Has {@code changed} stand for the instruction of its id. */
  public StyleRule replace(UUID id, UUID owner, CustomInstruction changed) {
    return change(
        id,
        owner,
        rule -> {
          CustomInstruction present = rule.instruction(changed.id());
          List<CustomInstruction> all = new ArrayList<>(rule.instructions());
          all.set(all.indexOf(present), changed);
          return rule.withInstructions(all);
        });
  }

  public StyleRule remove(UUID id, UUID owner, UUID instruction) {
    return change(
        id,
        owner,
        rule -> {
          CustomInstruction present = rule.instruction(instruction);
          List<CustomInstruction> fewer = new ArrayList<>(rule.instructions());
          fewer.remove(present);
          return rule.withInstructions(fewer);
        });
  }

  public void delete(UUID id, UUID owner) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              own(handle, id, owner);
              StyleRuleTable.delete(handle, id);
            });
  }

  private StyleRule change(UUID id, UUID owner, UnaryOperator<StyleRule> change) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              StyleRule changed = change.apply(own(handle, id, owner)).changed(now());
              StyleRuleTable.update(handle, changed);
              return changed;
            });
  }

  /** One that its owner may change; nobody else does until the transaction ends. */
  private static StyleRule own(Handle handle, UUID id, UUID owner) {
    StyleRuleTable.lock(handle, id);
    StyleRule rule = find(handle, id, owner);
    if (rule.owner() == null) {
      throw new GatewayException(
          ErrorCode.NOT_PERMITTED, "style rule: of the house (expected: one of your own)");
    }
    return rule;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
