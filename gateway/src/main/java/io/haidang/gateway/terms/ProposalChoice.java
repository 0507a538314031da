package io.haidang.gateway.terms;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Some proposals: a few that somebody has picked, or all of a batch that are still open.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class ProposalChoice {

  private final List<UUID> ids;
  private final @Nullable UUID batch;

  private ProposalChoice(List<UUID> ids, @Nullable UUID batch) {
    this.ids = List.copyOf(ids);
    this.batch = batch;
  }

  /**
   * Those with {@code ids}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ProposalChoice of(List<UUID> ids) {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("proposals: (none) (expected: at least one)");
    }
    return new ProposalChoice(ids.stream().distinct().toList(), null);
  }

  public static ProposalChoice of(UUID id) {
    return of(List.of(id));
  }

  /** Those of {@code batch} that nobody has decided on. */
  public static ProposalChoice ofBatch(UUID batch) {
    return new ProposalChoice(List.of(), batch);
  }

  /** How many there must be; 0 when that is not known. */
  int size() {
    return ids.size();
  }

  String where() {
    return batch == null ? "id in (<ids>)" : "batch = :batch and state = 'PROPOSED'";
  }

  <S extends SqlStatement<S>> S bind(S statement) {
    return batch == null ? statement.bindList("ids", ids) : statement.bind("batch", batch);
  }
}
