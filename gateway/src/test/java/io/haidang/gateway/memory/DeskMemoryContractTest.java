package io.haidang.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.memory.MemoryImport.Report;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.SignOff;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.GenerationHints.SimilarTranslation;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.memory.Concordance;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.MemoryMatch;
import io.haidang.translation.memory.MemoryQuery;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetAction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory follows what is signed off, and its index follows the memory, on every database. */
@OnEveryDatabase
class DeskMemoryContractTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final String SOURCE = "Hội nghị xúc tiến đầu tư đã kết thúc.";
  private static final String TARGET = "The investment conference is over.";
  private static final TermEnforcer TERMS = new TermEnforcer(Glossary.starter());

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Drafted drafted;
  private final ReviewDesk reviews;

  @TempDir private Path folder;
  private DeskMemory memory;

  @SuppressWarnings("NullAway") // JUnit injects the folder before it calls open.
  DeskMemoryContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    drafted = Drafted.in(store.database(), target -> {}, clock);
    reviews = new ReviewDesk(store.database(), () -> TERMS, target -> {}, clock);
  }

  @BeforeEach
  void open() {
    memory = DeskMemory.open(store.database(), folder.resolve("index"), clock);
  }

  @AfterEach
  void close() {
    memory.close();
    store.close();
  }

  private MemoryDesk desk() {
    return new MemoryDesk(store.database(), memory, () -> TERMS, clock);
  }

  private List<MemoryMatch> find(String source, Sensitivity label) {
    return memory.find(
        new MemoryQuery(PAIR, source, null, null, "", Labels.visibleTo(label), 70, 10));
  }

  private List<String> targets(String source) {
    return find(source, Sensitivity.SECRET).stream().map(MemoryMatch::target).toList();
  }

  /** Hands in a text whose lines are translated as given, without a worker, and signs it off. */
  private UUID approved(Sensitivity label, String... sourcesAndTargets) {
    UUID id = translated(label, sourcesAndTargets);
    decide(id, TargetAction.APPROVE);
    return id;
  }

  private UUID translated(Sensitivity label, String... sourcesAndTargets) {
    List<String> sources = new ArrayList<>();
    List<TranslatedSegment> segments = new ArrayList<>();
    for (int i = 0; i < sourcesAndTargets.length; i += 2) {
      sources.add(sourcesAndTargets[i]);
      segments.add(
          new TranslatedSegment(
              sourcesAndTargets[i],
              sourcesAndTargets[i + 1],
              0,
              List.of(),
              new Provenance("t", "1", "", "r", false, 0)));
    }
    Target target = drafted.submit("Tin", String.join("\n", sources), label, "en").get(0);
    store
        .database()
        .jdbi()
        .useTransaction(
            handle -> {
              List<Integer> units = sources.stream().map(sources::indexOf).toList();
              SegmentTable.insert(handle, target.id(), 0, units, segments);
              handle.execute("update target set state = 'IN_REVIEW' where id = ?", target.id());
            });
    return target.id();
  }

  private void decide(UUID id, TargetAction action) {
    if (action == TargetAction.APPROVE) {
      SignOff.acceptErrors(reviews, id, drafted.reviewer());
    }
    int version = reviews.target(id).version();
    reviews.decide(id, new Decision(action, version, "Read."), drafted.reviewer());
  }

  @Test
  void approval_ofAText_bringsItsSegmentsIn_andNothingBefore() {
    UUID id = translated(Sensitivity.PUBLIC, SOURCE, TARGET, "12.345", "12,345");
    assertThat(targets(SOURCE)).isEmpty();

    decide(id, TargetAction.APPROVE);

    MemoryMatch match = find(SOURCE, Sensitivity.PUBLIC).get(0);
    assertThat(match.score()).isEqualTo(100);
    assertThat(match.target()).isEqualTo(TARGET);
    MemoryEntry entry = match.entry();
    assertThat(entry.before()).isEmpty();
    assertThat(entry.after()).isEqualTo("12.345");
    assertThat(entry.origin().document()).isEqualTo(id.toString());
    assertThat(entry.origin().person()).isEqualTo("Người duyệt");
    assertThat(entry.origin().release()).isEqualTo(Glossary.starter().release().value());
    assertThat(desk().stats().entries()).isEqualTo(1);
  }

  @Test
  void edit_ofAnApprovedText_takesItsSegmentsOut_untilItIsApprovedAgain() {
    UUID id = approved(Sensitivity.PUBLIC, SOURCE, TARGET, "Trời mưa.", "It rains.");

    reviews.edit(id, 0, 1, "The conference has ended.", drafted.editor());
    assertThat(targets(SOURCE)).isEmpty();
    assertThat(targets("Trời mưa.")).isEmpty();

    decide(id, TargetAction.APPROVE);
    assertThat(targets(SOURCE)).containsExactly("The conference has ended.");
    assertThat(targets("Trời mưa.")).containsExactly("It rains.");
  }

  @Test
  void label_ofTheText_decidesWhoSeesIt() {
    approved(Sensitivity.PUBLIC, SOURCE, "Public.");
    approved(Sensitivity.INTERNAL, SOURCE, "Internal.");
    approved(Sensitivity.SECRET, SOURCE, "Secret.");

    assertThat(find(SOURCE, Sensitivity.PUBLIC))
        .extracting(MemoryMatch::target)
        .containsExactly("Public.");
    assertThat(find(SOURCE, Sensitivity.INTERNAL))
        .extracting(MemoryMatch::target)
        .containsExactly("Internal.", "Public.");
    assertThat(find(SOURCE, Sensitivity.SECRET)).hasSize(3);
  }

  @Test
  void publicMemory_showsSimilarPublicTextsOnly_withoutCodes() {
    approved(Sensitivity.INTERNAL, SOURCE, "Internal.");
    approved(Sensitivity.PUBLIC, "Hội nghị xúc tiến ‹1›đầu tư‹/1› đã bắt đầu.", "It ‹1›began‹/1›.");
    approved(Sensitivity.PUBLIC, "Trời hôm nay mưa rất to.", "Rain.");

    assertThat(new PublicMemory(memory).find(SOURCE, PAIR))
        .containsExactly(
            new SimilarTranslation("Hội nghị xúc tiến đầu tư đã bắt đầu.", "It began."));
    assertThat(new PublicMemory(memory).find(SOURCE, LanguagePair.of("vi", "ja"))).isEmpty();
  }

  @Test
  void index_thatIsLost_isMadeAnewFromTheEntries() throws IOException {
    approved(Sensitivity.PUBLIC, SOURCE, TARGET);
    memory.close();
    delete(folder.resolve("index"));
    open();

    assertThat(targets(SOURCE + " Vâng")).containsExactly(TARGET);
  }

  /** What a kill leaves: the folder as it was at the last commit. */
  @Test
  void index_asItWasSomeChangesAgo_followsThemAll() throws IOException {
    UUID withdrawn = approved(Sensitivity.PUBLIC, SOURCE, TARGET);
    assertThat(targets(SOURCE + " Vâng")).hasSize(1);
    memory.close();
    copy(folder.resolve("index"), folder.resolve("copy"));
    open();
    reviews.edit(withdrawn, 0, 1, "Another.", drafted.editor());
    approved(Sensitivity.PUBLIC, "Cảng mới đã mở cửa hôm nay.", "The port is open.");
    assertThat(targets(SOURCE + " Vâng")).isEmpty();
    memory.close();

    delete(folder.resolve("index"));
    copy(folder.resolve("copy"), folder.resolve("index"));
    open();

    assertThat(targets(SOURCE + " Vâng")).isEmpty();
    assertThat(targets("Cảng mới đã mở cửa hôm nay rồi.")).containsExactly("The port is open.");
    assertThat(desk().stats().indexed()).isEqualTo(1);
    assertThat(desk().stats().behind()).isZero();
  }

  @Test
  void database_fromBeforeThereWasAMemory_bringsWhatIsApprovedIn() {
    approved(Sensitivity.PUBLIC, SOURCE, TARGET);
    memory.close();
    store
        .database()
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("delete from memory_entry");
              handle.execute("update memory_head set name = '', change = 0");
            });
    open();

    assertThat(targets(SOURCE)).containsExactly(TARGET);
  }

  @Test
  void matches_ofASegment_leaveItsOwnTextOut() {
    approved(Sensitivity.PUBLIC, SOURCE, TARGET);
    UUID id = approved(Sensitivity.PUBLIC, SOURCE, "Own.");

    assertThat(desk().matches(id, 0, 5, drafted.reviewer()))
        .extracting(MemoryMatch::target)
        .containsExactly(TARGET);
    assertThat(
            catchThrowableOfType(
                    GatewayException.class, () -> desk().matches(id, 7, 5, drafted.reviewer()))
                .code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void search_andDelete_byWhoKeepsTheNames() {
    approved(Sensitivity.SECRET, SOURCE, TARGET);
    Concordance words = new Concordance("investment conference", null, Labels.ALL, 0, 10);
    long entry = desk().search(words, drafted.reviewer()).entries().get(0).id();

    GatewayException refused =
        catchThrowableOfType(
            GatewayException.class, () -> desk().delete(entry, drafted.reviewer()));
    assertThat(refused.code()).isEqualTo(ErrorCode.NOT_PERMITTED);
    desk().delete(entry, keeper());

    assertThat(desk().search(words, drafted.reviewer()).total()).isZero();
    assertThat(targets(SOURCE)).isEmpty();
    assertThat(texts()).doesNotContain(SOURCE, TARGET);
  }

  @Test
  void file_takenInTwice_addsNothingTheSecondTime_andIsWorthLess() {
    Report first = takeIn(tmx(SOURCE, TARGET, "Chào.", ""));
    Report second = takeIn(tmx(SOURCE, TARGET));

    assertThat(first).extracting(Report::added, Report::skipped).containsExactly(1L, 1L);
    assertThat(second).extracting(Report::added, Report::known).containsExactly(0L, 1L);
    MemoryMatch match = find(SOURCE, Sensitivity.INTERNAL).get(0);
    assertThat(match.score()).isEqualTo(100 - 5 - 3);
    assertThat(match.entry().domain()).isEqualTo("ports");
    assertThat(find(SOURCE, Sensitivity.PUBLIC)).isEmpty();
  }

  @Test
  @Provokes(ErrorCode.UNREADABLE_MEMORY)
  void file_thatBreaksOff_saysWhereAndKeepsWhatStoodBefore() {
    String whole = tmx(SOURCE, TARGET, "Trời mưa.", "It rains.");
    String broken = whole.substring(0, whole.indexOf("It rains."));

    GatewayException refused = Provoked.by(() -> takeIn(broken));

    assertThat(refused.code()).isEqualTo(ErrorCode.UNREADABLE_MEMORY);
    assertThat(refused.details()).containsEntry("added", 1L);
    assertThat(refused).hasMessageContaining("line").hasMessageContaining("1 units before it");
    assertThat(targets(SOURCE)).containsExactly(TARGET);
  }

  @Test
  void secret_ofAnotherOffice_isNoMatchForItsPeople() {
    approved(Sensitivity.SECRET, SOURCE, TARGET);
    Account stranger =
        new Account(
            UUID.randomUUID(), "xa", "Ai đó", new Office("Sở Du lịch"), Set.of(Role.REVIEWER));
    MemoryQuery query =
        new MemoryQuery(LanguagePair.of("vi", "en"), SOURCE, null, null, "", Labels.ALL, 70, 5);
    Concordance words = new Concordance("", null, Labels.ALL, 0, 10);

    assertThat(desk().lookUp(query, drafted.reviewer())).hasSize(1);
    assertThat(desk().lookUp(query, stranger)).isEmpty();
    assertThat(desk().search(words, drafted.reviewer()).entries()).hasSize(1);
    assertThat(desk().search(words, stranger).entries()).isEmpty();
  }

  @Test
  void export_ofTheMemory_isTakenInElsewhereAsItWas() throws IOException {
    approved(Sensitivity.PUBLIC, "Cầu ‹1›mới‹/1›.", "The ‹1›new‹/1› bridge.", SOURCE, TARGET);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    desk().giveOut(null, file, keeper());
    desk()
        .search(new Concordance("", null, Labels.ALL, 0, 10), keeper())
        .entries()
        .forEach(entry -> desk().delete(entry.id(), keeper()));

    takeIn(file.toString(StandardCharsets.UTF_8));

    MemoryMatch match = find("Cầu ‹3›mới‹/3›.", Sensitivity.INTERNAL).get(0);
    assertThat(match.target()).isEqualTo("The ‹3›new‹/3› bridge.");
    assertThat(match.entry().after()).isEqualTo(SOURCE);
    assertThat(match.entry().origin().person()).isEqualTo("Người duyệt");
  }

  private static Account keeper() {
    return new Account(
        UUID.randomUUID(), "keeper", "Người giữ", Office.FIRST, Set.of(Role.TERMINOLOGIST));
  }

  private Report takeIn(String tmx) {
    ImportChoice choice =
        new ImportChoice("old.tmx", null, "ports", Sensitivity.INTERNAL, false, "An");
    return desk()
        .takeIn(new ByteArrayInputStream(tmx.getBytes(StandardCharsets.UTF_8)), choice, keeper());
  }

  private static String tmx(String... sourcesAndTargets) {
    StringBuilder units = new StringBuilder();
    for (int i = 0; i < sourcesAndTargets.length; i += 2) {
      units
          .append("<tu><tuv xml:lang=\"vi\"><seg>")
          .append(sourcesAndTargets[i])
          .append("</seg></tuv><tuv xml:lang=\"en-GB\"><seg>")
          .append(sourcesAndTargets[i + 1])
          .append("</seg></tuv></tu>\n");
    }
    return "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"1.4\">"
        + "<header srclang=\"vi\"/><body>\n"
        + units
        + "</body></tmx>";
  }

  private List<String> texts() {
    return store
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select source from memory_entry").mapTo(String.class).list());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
