package io.haidang.gateway.clientterms;

import io.haidang.gateway.memory.NamedMemories;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.style.StyleRules;
import io.haidang.glossary.enforce.TermEnforcer;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What clients bring along to have their texts translated as they wish.
 *
 * @param glossaries their word lists
 * @param terms these together with the official names
 * @param styles how they want texts to be worded
 * @param memories what the desk remembers, as they may name it
 */
public record ClientServices(
    ClientGlossaries glossaries, ClientTerms terms, StyleRules styles, NamedMemories memories) {

  /**
   * What {@code database} holds of clients.
   *
   * @param official the official names in force
   */
  public static ClientServices open(
      Database database, Supplier<TermEnforcer> official, Clock clock) {
    ClientGlossaries glossaries = new ClientGlossaries(database, clock);
    return new ClientServices(
        glossaries,
        new CompiledTerms(glossaries, official),
        new StyleRules(database, clock),
        new NamedMemories(database, clock));
  }
}
