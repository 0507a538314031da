package io.haidang.gateway.draft;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.ProductOffer.Wanted;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.priority.Priority;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Puts products of one asset down to be made. What is there already stays as it is; a form in
 * another language brings the one in the asset's own along, from which it is made.
 *
 * <p><b>Thread-safety:</b> none; there is one for each transaction.
 */
public final class ProductOrder {

  private final Handle handle;
  private final TargetTable targets;
  private final EventLog events;
  private final Asset asset;
  private final Account actor;
  private final @Nullable Instant deadline;
  private final String note;
  private final Set<UUID> made = new LinkedHashSet<>();

  /** An order without deadline and note. */
  public ProductOrder(Handle handle, Asset asset, Account actor, Clock clock) {
    this(handle, asset, actor, null, "", clock);
  }

  /**
   * An order in the transaction of {@code handle}.
   *
   * @param deadline by when everything has to be read, or null
   * @param note to whoever reviews it; may be empty
   */
  ProductOrder(
      Handle handle,
      Asset asset,
      Account actor,
      @Nullable Instant deadline,
      String note,
      Clock clock) {
    this.handle = handle;
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.asset = asset;
    this.actor = actor;
    this.deadline = deadline;
    this.note = note.strip();
  }

  /** The product, which is put down unless it is there. */
  public Target ensure(Wanted wanted) {
    Optional<Target> there =
        targets.ofAsset(handle, asset.id()).stream()
            .filter(target -> target.form().equals(wanted.form()))
            .filter(target -> target.language().equals(wanted.language()))
            .findFirst();
    return there.orElseGet(() -> create(wanted));
  }

  private Target create(Wanted wanted) {
    Optional<Target> source = Optional.empty();
    if (!wanted.form().isTranslation() && !wanted.language().equals(asset.sourceLanguage())) {
      source = Optional.of(ensure(new Wanted(wanted.form(), asset.sourceLanguage())));
    }
    UUID id = UUID.randomUUID();
    targets.insert(handle, id, asset.id(), asset.revision(), wanted.form(), wanted.language());
    source.ifPresent(from -> DerivationTable.insert(handle, id, from.id()));
    events.append(handle, id, EventLog.CREATED, actor.displayName(), data(wanted));
    if (deadline != null) {
      Priority.setDeadline(handle, id, deadline);
    }
    made.add(id);
    return targets.require(handle, id);
  }

  private Map<String, String> data(Wanted wanted) {
    Map<String, String> data = new HashMap<>();
    data.put("language", wanted.language().toLanguageTag());
    data.put("form", wanted.form().id());
    if (!note.isEmpty()) {
      data.put("comment", note);
    }
    return data;
  }

  /** What has to be scheduled once the transaction has ended, sources before what needs them. */
  public Set<UUID> made() {
    return made;
  }
}
