package io.haidang.gateway.profile;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.memory.ImportChoice;
import io.haidang.gateway.memory.MemoryImport;
import io.haidang.gateway.memory.NamedMemories;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.style.StyleRule;
import io.haidang.gateway.style.StyleRules;
import io.haidang.models.LanguagePair;
import io.haidang.translation.memory.tmx.TmxUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the suites expect to find on a server: a style rule, a memory by its id, and wordings. */
record SuiteData(Database database, Clock clock) {

  /** Language, text and better wording of it in each line, with tabs between. */
  private static final String WORDINGS = "wordings.tsv";

  private static final UUID STYLE = UUID.fromString("dca2e053-8ae5-45e6-a0d2-881156e7f4e4");
  private static final UUID MEMORY = UUID.fromString("a74d88fb-ed2a-4943-a664-a4512398b994");

  void fill() {
    new StyleRules(database, clock)
        .offer(
            new StyleRule(
                STYLE,
                null,
                "Default Style Rule",
                Locale.ENGLISH,
                Map.of("dates_and_times", Map.of("calendar_era", "use_bce_and_ce")),
                List.of(),
                1,
                Instant.EPOCH,
                Instant.EPOCH));
    new NamedMemories(database, clock).name(MEMORY, "Default Translation Memory", Locale.GERMAN);
    ImportChoice choice = new ImportChoice(WORDINGS, null, "", Sensitivity.INTERNAL, true, "");
    new MemoryImport(database, choice, clock, units -> {}).run(wordings());
  }

  private static List<TmxUnit> wordings() {
    try (InputStream file = SuiteData.class.getResourceAsStream(WORDINGS)) {
      if (file == null) {
        throw new IllegalStateException(WORDINGS + ": missing (expected: beside its class)");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> wording(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TmxUnit wording(String[] cells) {
    return new TmxUnit(
        LanguagePair.of(cells[0], cells[0]), cells[1], cells[2], null, null, "", "", null);
  }
}
