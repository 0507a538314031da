package io.haidang.gateway.report;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.store.Json;
import io.haidang.translation.PostEdit;
import io.haidang.translation.Provenance;
import io.haidang.translation.document.InlineCodes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The words that an engine wrote in a product, and what became of them.
 *
 * @param segments that the engine wrote
 * @param changed those whose words are others now
 */
record MadeWords(String engine, int segments, int changed, PostEdit edited) {

  private static final TypeReference<Provenance> PROVENANCE = new TypeReference<>() {};
  private static final int AT_A_TIME = 500;

  /** By product and engine; what no engine wrote has none. */
  static Map<UUID, Map<String, MadeWords>> of(Handle handle, Map<UUID, Locale> products) {
    Map<UUID, Map<String, MadeWords>> words = new HashMap<>();
    List<UUID> ids = List.copyOf(products.keySet());
    for (int from = 0; from < ids.size(); from += AT_A_TIME) {
      read(handle, ids.subList(from, Math.min(ids.size(), from + AT_A_TIME)), products, words);
    }
    return words;
  }

  private static void read(
      Handle handle,
      Collection<UUID> ids,
      Map<UUID, Locale> products,
      Map<UUID, Map<String, MadeWords>> words) {
    handle
        .createQuery(
            "select target_id, machine, target, provenance from segment"
                + " where target_id in (<ids>) and machine <> ''")
        .bindList("ids", ids)
        .map(
            (row, context) -> {
              UUID product = row.getObject("target_id", UUID.class);
              MadeWords made =
                  of(
                      row.getString("machine"),
                      row.getString("target"),
                      Json.read(row.getString("provenance"), PROVENANCE),
                      products.getOrDefault(product, Locale.ROOT));
              return Map.entry(product, made);
            })
        .forEach(
            entry ->
                words
                    .computeIfAbsent(entry.getKey(), id -> new HashMap<>())
                    .merge(entry.getValue().engine(), entry.getValue(), MadeWords::plus));
  }

  private static MadeWords of(
      String machine, String target, Provenance provenance, Locale language) {
    String before = InlineCodes.strip(machine);
    String after = InlineCodes.strip(target);
    return new MadeWords(
        provenance.engine(), 1, before.equals(after) ? 0 : 1, PostEdit.of(before, after, language));
  }

  MadeWords plus(MadeWords other) {
    return new MadeWords(
        engine, segments + other.segments, changed + other.changed, edited.plus(other.edited));
  }
}
