package io.haidang.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.models.LanguagePair;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.MemoryOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The memory as clients name it, on every database. */
@OnEveryDatabase
class NamedMemoriesContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final NamedMemories memories;

  NamedMemoriesContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    memories = new NamedMemories(store.database(), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void memories_ofWhatIsRemembered_areOneForEachLanguageOfSources() {
    remember("vi", "en", 2);
    remember("vi", "fr-FR", 1);
    remember("de", "vi", 1);

    assertThat(memories.list())
        .extracting(memory -> memory.source().getLanguage(), NamedMemory::segments)
        .containsExactly(tuple("de", 1L), tuple("vi", 3L));
    assertThat(memories.list().get(1).targets()).containsExactly(Locale.ENGLISH, Locale.FRANCE);
    assertThat(memories.list().get(1).name()).isEqualTo("Translation memory, Vietnamese");
  }

  @Test
  void id_ofAMemory_staysWhenMoreIsRemembered() {
    remember("vi", "en", 1);
    NamedMemory before = memories.list().get(0);
    remember("vi", "fr", 1);
    clock.tick(Duration.ofMinutes(1));

    NamedMemory after = memories.find(before.id());

    assertThat(after.segments()).isEqualTo(2);
    assertThat(new NamedMemories(store.database(), clock).list()).containsExactly(after);
    assertThat(after.leadsTo(Locale.CANADA_FRENCH)).isTrue();
    assertThat(after.leadsTo(Locale.GERMAN)).isFalse();
  }

  @Test
  void name_given_isWhatTheMemoryIsKnownBy() {
    remember("de", "en", 1);
    memories.list();
    UUID id = UUID.randomUUID();

    memories.name(id, "Presse", Locale.GERMAN);

    assertThat(memories.list())
        .singleElement()
        .satisfies(
            memory -> {
              assertThat(memory.id()).isEqualTo(id);
              assertThat(memory.name()).isEqualTo("Presse");
            });
  }

  @Test
  @Provokes(ErrorCode.NOT_FOUND)
  void find_unknownId_isRefused() {
    assertThat(memories.list()).isEmpty();
    assertThat(Provoked.by(() -> memories.find(UUID.randomUUID())).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  private void remember(String source, String target, int count) {
    store
        .database()
        .jdbi()
        .useTransaction(
            handle -> {
              for (int i = 0; i < count; i++) {
                long id = MemoryTable.numbers(handle, 1);
                MemoryTable.insert(handle, List.of(entry(id, LanguagePair.of(source, target))));
              }
            });
  }

  private static MemoryEntry entry(long id, LanguagePair pair) {
    return new MemoryEntry(
        id,
        pair,
        "a" + id,
        "b" + id,
        null,
        null,
        "",
        "public",
        new MemoryOrigin(
            MemoryOrigin.Kind.IMPORTED, "test", 0, "test", Instant.EPOCH, "1", Set.of()));
  }
}
