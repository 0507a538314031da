package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.memory.IndexedMemory;
import io.haidang.translation.memory.LuceneIndex;
import io.haidang.translation.memory.MemoryEntries;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.MemoryOrigin;
import io.haidang.translation.memory.SegmentKey;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTranslatorTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final Glossary STARTER = Glossary.starter();

  private final List<MemoryEntry> entries = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private LuceneIndex index;

  @BeforeEach
  void open(@TempDir Path folder) {
    index = LuceneIndex.open(folder, "test");
  }

  @AfterEach
  void close() {
    index.close();
  }

  private static TranslationContext context(Glossary glossary) {
    return new TranslationContext(PAIR, LocalDate.of(2026, 5, 1), new TermEnforcer(glossary));
  }

  /** Writes "machine" for everything, and remembers what it was asked. */
  private final SegmentTranslator engine =
      (excerpt, context, call) -> {
        asked.addAll(excerpt.texts());
        return excerpt.texts().stream()
            .map(
                text ->
                    new TranslatedSegment(
                        text,
                        "machine",
                        -0.1,
                        List.of(),
                        new Provenance("engine", "1", "", "r", false, 5)))
            .toList();
      };

  private final MemoryEntries kept =
      new MemoryEntries() {
        @Override
        public List<MemoryEntry> withKey(long key, int most) {
          return entries.stream()
              .filter(entry -> SegmentKey.of(entry.pair(), entry.source()) == key)
              .toList();
        }

        @Override
        public List<MemoryEntry> all(Collection<Long> ids) {
          return entries.stream().filter(entry -> ids.contains(entry.id())).toList();
        }
      };

  private void keep(String source, String target, String release, String... accepted) {
    long id = entries.size() + 1L;
    MemoryOrigin origin =
        new MemoryOrigin(
            MemoryOrigin.Kind.APPROVED,
            "doc",
            (int) id,
            "Bình",
            Instant.EPOCH,
            release,
            Set.of(accepted));
    MemoryEntry entry = new MemoryEntry(id, PAIR, source, target, null, null, "", "PUBLIC", origin);
    entries.add(entry);
    index.apply(List.of(entry), List.of(), id);
  }

  private static String release() {
    return STARTER.release().value();
  }

  private List<TranslatedSegment> translate(Glossary glossary, String... document) {
    return SegmentTranslators.remembering(engine, new IndexedMemory(kept, index), Set.of("PUBLIC"))
        .translate(Excerpt.whole(List.of(document)), context(glossary), CallContext.PATIENT);
  }

  @Test
  void translate_someSegmentsKnown_asksForTheOthersInTheirPlaces() {
    keep("Trời mưa to.", "It rains hard.", release());
    List<TranslatedSegment> segments =
        translate(STARTER, "Một câu khác hẳn.", "Trời mưa to.", "Câu thứ ba.");
    assertThat(asked).containsExactly("Một câu khác hẳn.", "Câu thứ ba.");
    assertThat(segments)
        .extracting(TranslatedSegment::target)
        .containsExactly("machine", "It rains hard.", "machine");
    Provenance provenance = segments.get(1).provenance();
    assertThat(provenance.engine()).isEqualTo("memory");
    assertThat(provenance.memory())
        .satisfies(
            origin -> {
              assertThat(origin.entry()).isEqualTo(1);
              assertThat(origin.person()).isEqualTo("Bình");
            });
    assertThat(segments.get(1).confidence()).isNaN();
  }

  @Test
  void translate_allKnown_asksNobody() {
    keep("Trời mưa to.", "It rains hard.", release());
    translate(STARTER, "Trời mưa to.");
    assertThat(asked).isEmpty();
  }

  @Test
  void translate_fuzzyMatchOrNumbersAlone_areForTheEngine() {
    keep("Trời hôm nay mưa rất to.", "It rains hard today.", release());
    keep("12.345", "12,345", release());
    translate(STARTER, "Trời hôm qua mưa rất to.", "12.345");
    assertThat(asked).containsExactly("Trời hôm qua mưa rất to.", "12.345");
  }

  @Test
  void translate_otherFigures_areTakenWithAWarning() {
    keep("Có 12 dự án mới.", "There are 12 new projects.", release());
    TranslatedSegment segment = translate(STARTER, "Có 15 dự án mới.").get(0);
    assertThat(segment.target()).isEqualTo("There are 15 new projects.");
    assertThat(segment.findings()).extracting(Finding::check).containsExactly("memory-figures");
    assertThat(segment.findings().get(0).detail()).isEqualTo("12 → 15");
  }

  @Test
  void translate_otherCodes_areTakenAndPlaced() {
    keep("Cảng Lạch Huyện mở cửa.", "Lach Huyen port opens.", release());
    TranslatedSegment segment = translate(STARTER, "Cảng ‹1›Lạch Huyện‹/1› mở cửa.").get(0);
    assertThat(segment.target()).isEqualTo("‹1›Lach Huyen‹/1› port opens.");
    assertThat(asked).isEmpty();
  }

  @Test
  void translate_textThatFailsACheck_isForTheEngine_unlessItsApproverAcceptedThat() {
    keep("Có 12 dự án mới.", "There are new projects.", release());
    keep("Có 13 dự án mới.", "There are some projects.", release(), "numbers");
    List<TranslatedSegment> segments = translate(STARTER, "Có 12 dự án mới.", "Có 13 dự án mới.");
    assertThat(segments)
        .extracting(TranslatedSegment::target)
        .containsExactly("machine", "There are some projects.");
    assertThat(segments.get(1).findings()).extracting(Finding::check).containsExactly("numbers");
  }

  @Test
  void translate_nameThatIsNoLongerOfficial_isForTheEngine() {
    Concept office = concept("Trung tâm Hải đăng", "Lighthouse Centre");
    Glossary before = Glossary.of(new GlossaryRelease("1"), List.of(office));
    Glossary now =
        Glossary.of(
            new GlossaryRelease("2"), List.of(concept("Trung tâm Hải đăng", "Beacon Centre")));
    keep("Trung tâm Hải đăng mở cửa.", "The Lighthouse Centre opens.", "1", "term-missing");
    keep("Trời mưa to.", "It rains hard.", "1");

    assertThat(translate(before, "Trung tâm Hải đăng mở cửa.").get(0).target())
        .isEqualTo("The Lighthouse Centre opens.");
    assertThat(asked).isEmpty();
    translate(now, "Trung tâm Hải đăng mở cửa.", "Trời mưa to.");
    assertThat(asked).containsExactly("Trung tâm Hải đăng mở cửa.");
  }

  private static Concept concept(String vietnamese, String english) {
    return Concept.builder("centre")
        .term(new Term(PAIR.source(), vietnamese, TermStatus.PREFERRED))
        .term(new Term(PAIR.target(), english, TermStatus.PREFERRED))
        .build();
  }
}
