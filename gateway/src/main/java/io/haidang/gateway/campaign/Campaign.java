package io.haidang.gateway.campaign;

import io.haidang.glossary.ConceptId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A rename that is carried through.
 *
 * @param concept whose old name is looked for
 * @param renames at least one, by language
 * @param release in force when it was opened
 * @param changedOn first day on which the new name is right
 * @param version grows with every change, for optimistic locking
 */
public record Campaign(
    UUID id,
    ConceptId concept,
    List<Rename> renames,
    int release,
    LocalDate changedOn,
    CampaignState state,
    int version,
    Instant openedAt) {

  public Campaign {
    renames = List.copyOf(renames);
  }
}
