package io.haidang.translation.memory;

import static io.haidang.translation.memory.Entries.PAIR;
import static io.haidang.translation.memory.Entries.PUBLIC;
import static io.haidang.translation.memory.Entries.SECRET;
import static io.haidang.translation.memory.Entries.entry;
import static io.haidang.translation.memory.Entries.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.translation.WordDiff;
import io.haidang.translation.memory.MemoryMatch.Kind;
import io.haidang.translation.memory.MemoryMatch.Penalty;
import io.haidang.translation.memory.MemoryMatch.Substitution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedMemoryTest {

  private static final String SOURCE = "Thành phố khởi công dự án cầu mới trong tháng này.";
  private static final String TARGET = "The city begins a new bridge this month.";

  private final MapEntries entries = new MapEntries();
  private LuceneIndex index;
  private IndexedMemory memory;

  @BeforeEach
  void open(@TempDir Path folder) {
    index = LuceneIndex.open(folder, "test");
    memory = new IndexedMemory(entries, index);
  }

  @AfterEach
  void close() {
    index.close();
  }

  private void add(MemoryEntry... added) {
    Arrays.asList(added).forEach(entries::put);
    index.apply(List.of(added), List.of(), index.position() + added.length);
  }

  private MemoryMatch only(MemoryQuery query) {
    List<MemoryMatch> matches = memory.find(query);
    assertThat(matches).hasSize(1);
    return matches.get(0);
  }

  @Test
  void find_sameSegment_isExact() {
    add(entry(1, SOURCE, TARGET));
    MemoryMatch match = only(query(SOURCE, 70));
    assertThat(match.kind()).isEqualTo(Kind.EXACT);
    assertThat(match.score()).isEqualTo(100);
    assertThat(match.target()).isEqualTo(TARGET);
    assertThat(match.isFull()).isTrue();
  }

  @Test
  void find_sameSegmentInOtherSpacingAndComposition_isExact() {
    add(entry(1, SOURCE, TARGET));
    String decomposed =
        java.text.Normalizer.normalize(
            "  " + SOURCE.replace(" ", "\u00a0 "), java.text.Normalizer.Form.NFD);
    assertThat(only(query(decomposed, 100)).score()).isEqualTo(100);
  }

  @Test
  void find_sameNeighbours_isInContextAndFirst() {
    add(
        entry(1, SOURCE, "Here between the same.", "Trước.", "Sau."),
        entry(2, SOURCE, "Newer, elsewhere.", "Khác.", "Sau."));
    List<MemoryMatch> matches =
        memory.find(new MemoryQuery(PAIR, SOURCE, "Trước.", "Sau.", "", Set.of(PUBLIC), 70, 10));
    assertThat(matches).extracting(MemoryMatch::score).containsExactly(101, 100);
    assertThat(matches.get(0).kind()).isEqualTo(Kind.IN_CONTEXT);
    assertThat(matches.get(0).target()).isEqualTo("Here between the same.");
  }

  @Test
  void find_neighboursUnknown_isNotInContext() {
    add(entry(1, SOURCE, TARGET, null, null));
    MemoryQuery query = new MemoryQuery(PAIR, SOURCE, null, null, "", Set.of(PUBLIC), 70, 10);
    assertThat(only(query).kind()).isEqualTo(Kind.EXACT);
  }

  @Test
  void find_oneWordOfTenOther_isNinetyPercent() {
    add(entry(1, "một hai ba bốn năm sáu bảy tám chín mười", "ten words"));
    MemoryMatch match = only(query("một hai ba bốn năm sáu BẢY tám chín không", 70));
    assertThat(match.kind()).isEqualTo(Kind.FUZZY);
    assertThat(match.score()).isEqualTo(90);
    assertThat(match.difference("một hai ba bốn năm sáu BẢY tám chín không"))
        .contains(
            new WordDiff.Part(WordDiff.Change.REMOVED, "mười"),
            new WordDiff.Part(WordDiff.Change.ADDED, "không"));
  }

  @Test
  void find_threeWordsOfTenOther_isSeventyPercent_fourAreTooMany() {
    add(entry(1, "một hai ba bốn năm sáu bảy tám chín mười", "ten words"));
    assertThat(only(query("một hai x bốn năm y bảy tám z mười", 70)).score()).isEqualTo(70);
    assertThat(memory.find(query("một x ba bốn y sáu bảy z chín t", 70))).isEmpty();
  }

  @Test
  void find_otherCapitals_isNeverFull() {
    add(entry(1, SOURCE, TARGET));
    assertThat(only(query(SOURCE.toUpperCase(java.util.Locale.ROOT), 70)).score()).isEqualTo(99);
  }

  @Test
  void find_sameCodesUnderOtherNumbers_isExactWithThoseOfTheSegment() {
    add(entry(1, "Cầu ‹1›mới‹/1› ở ‹2/›cảng.", "‹2/›The ‹1›new‹/1› bridge."));
    MemoryMatch match = only(query("Cầu ‹4›mới‹/4› ở ‹7/›cảng.", 100));
    assertThat(match.target()).isEqualTo("‹7/›The ‹4›new‹/4› bridge.");
  }

  @Test
  void find_otherCodes_hasTheSameWordsAndNoCodes() {
    add(entry(1, "Cầu ‹1›mới‹/1› ở cảng.", "The ‹1›new‹/1› bridge at the port."));
    MemoryMatch match = only(query("Cầu mới ở ‹1›cảng‹/1›.", 70));
    assertThat(match.kind()).isEqualTo(Kind.OTHER_CODES);
    assertThat(match.score()).isEqualTo(99);
    assertThat(match.target()).isEqualTo("The new bridge at the port.");
  }

  @Test
  void find_otherFigures_areReplacedAndMarked() {
    add(entry(1, "Thành phố khởi công 12 dự án.", "The city starts 12 projects."));
    MemoryMatch match = only(query("Thành phố khởi công 15 dự án.", 99));
    assertThat(match.kind()).isEqualTo(Kind.SUBSTITUTED);
    assertThat(match.score()).isEqualTo(99);
    assertThat(match.target()).isEqualTo("The city starts 15 projects.");
    assertThat(match.substitutions()).containsExactly(new Substitution("12", "15"));
  }

  @Test
  void find_figuresThatCannotBeReplaced_isFuzzy() {
    add(entry(1, "Thành phố khởi công 12 dự án.", "The city starts a dozen projects."));
    MemoryMatch match = only(query("Thành phố khởi công 15 dự án.", 70));
    assertThat(match.kind()).isEqualTo(Kind.FUZZY);
    assertThat(match.target()).isEqualTo("The city starts a dozen projects.");
  }

  @Test
  void find_textOfAnotherLabel_isNotSeen() {
    add(Entries.of(1, "", SECRET, MemoryOrigin.Kind.APPROVED));
    String source = entries.all().get(0).source();
    assertThat(memory.find(query(source, 70))).isEmpty();
    assertThat(memory.find(query(source + " Vâng", 70))).isEmpty();
  }

  @Test
  void find_unknownOriginAndOtherDomain_areWorthLess() {
    add(
        Entries.of(1, "", PUBLIC, MemoryOrigin.Kind.IMPORTED),
        Entries.of(2, "maritime", PUBLIC, MemoryOrigin.Kind.VOUCHED),
        Entries.of(3, "maritime", PUBLIC, MemoryOrigin.Kind.IMPORTED));
    MemoryQuery query = query(entries.all().get(0).source(), 70);
    assertThat(memory.find(query)).extracting(MemoryMatch::score).containsExactly(97, 95, 92);
    assertThat(memory.find(query.about("maritime")))
        .extracting(MemoryMatch::score)
        .containsExactly(100, 95, 95);
    assertThat(memory.find(query).get(2).penalties())
        .containsExactly(Penalty.UNKNOWN_ORIGIN, Penalty.OTHER_DOMAIN);
  }

  @Test
  void find_sameTranslationTwice_isGivenOnce_theNewest() {
    add(entry(1, SOURCE, TARGET), entry(2, SOURCE, TARGET), entry(3, SOURCE, "Otherwise."));
    assertThat(memory.find(query(SOURCE, 70)))
        .extracting(match -> match.entry().id())
        .containsExactly(3L, 2L);
  }

  @Test
  void find_entryThatIsGone_isLeftOutWhateverTheIndexSays() {
    add(entry(1, SOURCE, TARGET));
    entries.remove(1);
    assertThat(memory.find(query(SOURCE, 70))).isEmpty();
    assertThat(memory.find(query(SOURCE + " Vâng", 70))).isEmpty();
  }

  @Test
  void find_chinese_comparesSigns() {
    MemoryEntry chinese =
        new MemoryEntry(
            1,
            io.haidang.models.LanguagePair.of("zh", "en"),
            "海防市今天开始建设新的大桥",
            "Hai Phong begins a new bridge today",
            null,
            null,
            "",
            PUBLIC,
            Entries.origin(MemoryOrigin.Kind.APPROVED));
    add(chinese);
    MemoryQuery query =
        new MemoryQuery(chinese.pair(), "海防市明天开始建设新的大桥", null, null, "", Set.of(PUBLIC), 70, 3);
    assertThat(only(query).score()).isEqualTo(92);
  }

  /** The first step must not lose what the second would take. */
  @Test
  void find_amongManyVariants_findsWhatComparingAllWouldFind() {
    Random random = new Random(12);
    List<String> words =
        List.of("cảng thành phố dự án cầu mới của và khởi công trong năm là được các".split(" "));
    List<MemoryEntry> added = new ArrayList<>();
    for (int id = 1; id <= 1_000; id++) {
      List<String> text = new ArrayList<>();
      int length = 1 + random.nextInt(14);
      for (int i = 0; i < length; i++) {
        text.add(words.get(random.nextInt(words.size())));
      }
      added.add(entry(id, String.join(" ", text), "translation " + id));
    }
    add(added.toArray(MemoryEntry[]::new));
    for (MemoryEntry asked : entries.all().subList(0, 100)) {
      MemoryQuery query = query(asked.source(), 70);
      MatchMaker maker = new MatchMaker(query);
      int best =
          entries.all().stream()
              .filter(entry -> entry.id() != asked.id())
              .flatMap(entry -> maker.match(entry).stream())
              .filter(match -> match.kind() == Kind.FUZZY)
              .mapToInt(MemoryMatch::score)
              .max()
              .orElse(0);
      int found =
          memory
              .find(new MemoryQuery(PAIR, asked.source(), null, null, "", Set.of(PUBLIC), 70, 20))
              .stream()
              .filter(match -> match.kind() == Kind.FUZZY)
              .mapToInt(MemoryMatch::score)
              .max()
              .orElse(0);
      assertThat(found).as(asked.source()).isEqualTo(best);
    }
  }
}
