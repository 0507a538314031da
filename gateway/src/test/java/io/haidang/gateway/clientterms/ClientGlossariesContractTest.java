package io.haidang.gateway.clientterms;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.clientterms.ClientGlossary.Direction;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.glossary.io.WordPair;
import io.haidang.glossary.io.WordPairs;
import io.haidang.models.LanguagePair;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Word lists of clients on every database, and what they add to the official names. */
@OnEveryDatabase
class ClientGlossariesContractTest {

  private static final LanguagePair VI_EN = LanguagePair.of("vi", "en");
  private static final LanguagePair EN_VI = LanguagePair.of("en", "vi");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final TermDesk desk;
  private final UUID owner;
  private final ClientGlossaries glossaries;
  private final ClientTerms terms;

  ClientGlossariesContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    desk = TermDesk.in(store.database(), clock);
    owner = desk.editor().id();
    glossaries = new ClientGlossaries(store.database(), clock);
    terms = new CompiledTerms(glossaries, desk.terms().released());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void glossary_created_isFoundByItsOwnerAlone() {
    ClientGlossary made =
        glossaries.create(
            owner,
            " Cảng ",
            List.of(words("vi", "en", "cảng\tport\ntàu\tship"), words("en", "vi", "port\tcảng")));

    assertThat(made.name()).isEqualTo("Cảng");
    assertThat(made.createdAt()).isEqualTo(clock.instant());
    assertThat(made.directions()).extracting(Direction::entries).containsExactly(2, 1);
    assertThat(glossaries.find(made.id(), owner)).isEqualTo(made);
    assertThat(glossaries.list(owner)).containsExactly(made);
    assertThat(glossaries.dictionary(made.id(), owner, VI_EN).entries())
        .containsExactly(new WordPair("cảng", "port"), new WordPair("tàu", "ship"));
    assertThat(glossaries.list(desk.mai().id())).isEmpty();
  }

  @Test
  @Provokes(ErrorCode.NOT_FOUND)
  void glossary_ofSomebodyElse_isNotThere() {
    UUID id = made("cảng\tport").id();
    UUID other = desk.mai().id();

    List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> glossaries.find(id, other),
            () -> glossaries.dictionary(id, other, VI_EN),
            () -> glossaries.change(id, other, Optional.of("x"), List.of()),
            () -> glossaries.replace(id, other, words("vi", "en", "a\tb")),
            () -> glossaries.remove(id, other, VI_EN),
            () -> glossaries.delete(id, other),
            () -> terms.enforcer(List.of(id), VI_EN, other))
        .forEach(call -> assertThat(Provoked.by(call).code()).isEqualTo(ErrorCode.NOT_FOUND));
    assertThat(glossaries.find(id, owner).name()).isEqualTo("list");
  }

  @Test
  void change_nameAndWords_mergesBySource() {
    UUID id = made("cảng\tport\ntàu\tship").id();

    ClientGlossary changed =
        glossaries.change(
            id,
            owner,
            Optional.of("Tàu"),
            List.of(words("vi", "en", "tàu\tvessel\ncầu\tbridge"), words("en", "vi", "a\tb")));

    assertThat(changed.name()).isEqualTo("Tàu");
    assertThat(changed.directions()).hasSize(2);
    assertThat(glossaries.dictionary(id, owner, VI_EN).tsv())
        .isEqualTo("cảng\tport\ntàu\tvessel\ncầu\tbridge");
  }

  @Test
  void change_manyAtOnce_losesNothing() {
    UUID id = made("cảng\tport").id();

    IntStream.range(0, 16)
        .parallel()
        .forEach(
            i ->
                glossaries.change(
                    id, owner, Optional.empty(), List.of(words("vi", "en", "từ " + i + "\tw"))));

    assertThat(glossaries.dictionary(id, owner, VI_EN).entries()).hasSize(17);
  }

  @Test
  void replace_directionThereOrNot_standsForAllThatItHad() {
    UUID id = made("cảng\tport\ntàu\tship").id();

    glossaries.replace(id, owner, words("en", "vi", "port\tcảng"));
    ClientGlossary replaced = glossaries.replace(id, owner, words("vi", "en-GB", "cầu\tbridge"));

    assertThat(replaced.directions()).extracting(Direction::pair).containsExactly(EN_VI, VI_EN);
    assertThat(glossaries.dictionary(id, owner, LanguagePair.of("vi", "en-US")).tsv())
        .isEqualTo("cầu\tbridge");
  }

  @Test
  void remove_direction_leavesTheOthersAndTheGlossary() {
    UUID id = made("cảng\tport").id();

    assertThat(glossaries.remove(id, owner, VI_EN).directions()).isEmpty();
    assertThat(Provoked.by(() -> glossaries.remove(id, owner, VI_EN)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(glossaries.find(id, owner).directions()).isEmpty();
  }

  @Test
  void delete_glossary_takesItsWordsAlong() {
    UUID id = made("cảng\tport").id();

    glossaries.delete(id, owner);

    assertThat(glossaries.list(owner)).isEmpty();
    Optional<List<WordPair>> words =
        store
            .database()
            .jdbi()
            .withHandle(handle -> ClientGlossaryTable.entries(handle, id, VI_EN));
    assertThat(words).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b"})
  void create_nameThatIsNone_isRefused(String name) {
    assertThat(refusal(name, List.of(words("vi", "en", "a\tb"))))
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void create_dictionariesThatCannotBe_areRefused() {
    ClientDictionary fine = words("vi", "en", "a\tb");

    assertThat(refusal("x", List.of(fine, words("vi", "en-US", "c\td"))))
        .isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(refusal("x", List.of(words("en-GB", "en-US", "a\tb"))))
        .isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(refusal("x", List.of(words("vi", "en", "")))).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(refusal("ệ".repeat(342), List.of(fine))).isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(glossaries.list(owner)).isEmpty();
  }

  @Test
  void words_moreThanAGlossaryTakes_areRefusedWhereverTheyComeFrom() {
    ClientDictionary half = large("vi", "en");
    UUID id = glossaries.create(owner, "large", List.of(half)).id();

    assertThat(Provoked.by(() -> glossaries.replace(id, owner, large("en", "vi"))).code())
        .isEqualTo(ErrorCode.TEXT_TOO_LARGE);
    assertThat(refusal("x", List.of(half, large("en", "vi")))).isEqualTo(ErrorCode.TEXT_TOO_LARGE);
    assertThat(glossaries.dictionary(id, owner, VI_EN).entries()).hasSize(half.entries().size());
  }

  @Test
  void words_morePairsThanAGlossaryTakes_areRefused() {
    StringBuilder tsv = new StringBuilder();
    for (int i = 0; i <= ClientGlossaries.MOST_ENTRIES; i++) {
      tsv.append(i).append("\ta\n");
    }

    assertThat(refusal("x", List.of(words("vi", "en", tsv.toString()))))
        .isEqualTo(ErrorCode.TEXT_TOO_LARGE);
  }

  @Test
  @Provokes(ErrorCode.TOO_MANY_GLOSSARIES)
  void create_oneMoreThanAnAccountMayHave_isRefused() {
    store
        .database()
        .jdbi()
        .useTransaction(
            handle -> {
              for (int i = 0; i < ClientGlossaries.MOST; i++) {
                ClientGlossaryTable.insert(
                    handle, UUID.randomUUID(), owner, "list", clock.instant());
              }
            });

    assertThat(refusal("x", List.of(words("vi", "en", "a\tb"))))
        .isEqualTo(ErrorCode.TOO_MANY_GLOSSARIES);
    assertThat(glossaries.list(owner)).hasSize(ClientGlossaries.MOST);
  }

  @Test
  void list_severalGlossaries_areInTheOrderOfTheirMaking() {
    UUID first = made("a\tb").id();
    clock.tick(Duration.ofSeconds(1));
    UUID second = made("c\td").id();

    assertThat(glossaries.list(owner))
        .extracting(ClientGlossary::id)
        .containsExactly(first, second);
  }

  @Test
  void enforcer_withoutGlossaries_isTheOfficialNames() {
    assertThat(terms.enforcer(List.of(), VI_EN, owner)).isSameAs(desk.terms().released().get());
  }

  @Test
  void enforcer_wordsOfAClient_joinTheOfficialNamesThatGoFirst() {
    UUID id = made("Sở Ngoại vụ\tForeign Office\ncảng biển\tsea port").id();

    TermEnforcer joined = terms.enforcer(List.of(id), LanguagePair.of("vi", "en-GB"), owner);

    assertThat(renderings(joined, "Sở Ngoại vụ nói về cảng biển."))
        .containsExactly("Department of Foreign Affairs", "sea port");
  }

  @Test
  void enforcer_twoGlossaries_theFirstGoesBeforeTheSecond() {
    UUID first = made("cảng\tport").id();
    UUID second = made("cảng\tharbour\ncầu\tbridge").id();

    assertThat(renderings(terms.enforcer(List.of(first, second), VI_EN, owner), "cảng, cầu"))
        .containsExactly("port", "bridge");
    assertThat(renderings(terms.enforcer(List.of(second, first), VI_EN, owner), "cảng, cầu"))
        .containsExactly("harbour", "bridge");
  }

  @Test
  void enforcer_release_changesWithAnyWordAndStaysOtherwise() {
    UUID id = made("cảng\tport").id();
    String before = release(id);

    assertThat(release(id)).isEqualTo(before);
    assertThat(release(made("cảng\tport").id())).as("equal words").isEqualTo(before);
    glossaries.replace(id, owner, words("vi", "en", "cảng\tharbour"));
    assertThat(release(id)).isNotEqualTo(before);
    assertThat(renderings(terms.enforcer(List.of(id), VI_EN, owner), "cảng"))
        .containsExactly("harbour");
    assertThat(before).startsWith(desk.terms().released().number() + "+");
  }

  @Test
  @Provokes(ErrorCode.INVALID_REQUEST)
  void enforcer_directionThatTheGlossaryHasNot_isRefused() {
    UUID id = made("cảng\tport").id();

    assertThat(Provoked.by(() -> terms.enforcer(List.of(id), EN_VI, owner)))
        .hasMessageContaining("No dictionary found for language pair");
  }

  private String release(UUID id) {
    return terms.enforcer(List.of(id), VI_EN, owner).glossary().release().value();
  }

  private static List<String> renderings(TermEnforcer terms, String text) {
    return terms.plan(text, Locale.forLanguageTag("vi"), Locale.UK, DAY).requirements().stream()
        .map(requirement -> requirement.rendering().text())
        .toList();
  }

  private ErrorCode refusal(String name, List<ClientDictionary> dictionaries) {
    return Provoked.by(() -> glossaries.create(owner, name, dictionaries)).code();
  }

  private ClientGlossary made(String tsv) {
    return glossaries.create(owner, "list", List.of(words("vi", "en", tsv)));
  }

  private static ClientDictionary words(String source, String target, String tsv) {
    return new ClientDictionary(LanguagePair.of(source, target), WordPairs.tsv(tsv));
  }

  /** A little more than half of what a glossary takes, in few long entries. */
  private static ClientDictionary large(String source, String target) {
    StringBuilder tsv = new StringBuilder();
    for (int i = 0; tsv.length() < ClientGlossaries.LARGEST / 2 + 1; i++) {
      tsv.append(i).append(' ').append("x".repeat(1000)).append('\t').append("y".repeat(1000));
      tsv.append('\n');
    }
    return words(source, target, tsv.toString());
  }
}
