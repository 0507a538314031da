package io.haidang.gateway.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Which product was made from which other, beside the revision that each was made from.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class DerivationTable {

  private DerivationTable() {}

  /**
   * Notes down that a product is made from another that is there before it, so that no circle can
   * come about.
   */
  public static void insert(Handle handle, UUID target, UUID source) {
    handle.execute("insert into derivation (target_id, source_id) values (?, ?)", target, source);
  }

  /** What a product is made from. */
  public static List<UUID> sources(Handle handle, UUID target) {
    return handle
        .createQuery("select source_id from derivation where target_id = :id order by source_id")
        .bind("id", target)
        .mapTo(UUID.class)
        .list();
  }

  /** What is made from a product, without what is made from that in turn. */
  public static List<UUID> dependants(Handle handle, UUID source) {
    return handle
        .createQuery("select target_id from derivation where source_id = :id order by target_id")
        .bind("id", source)
        .mapTo(UUID.class)
        .list();
  }

  /** What is made from a product, by whatever way, the nearest first. */
  public static Set<UUID> descendants(Handle handle, UUID source) {
    Set<UUID> found = new LinkedHashSet<>();
    List<UUID> reached = dependants(handle, source);
    while (!reached.isEmpty()) {
      reached =
          reached.stream()
              .filter(found::add)
              .flatMap(target -> dependants(handle, target).stream())
              .toList();
    }
    return found;
  }
}
