package io.haidang.gateway.terms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.terms.GlossaryFiles.Imported;
import io.haidang.gateway.terms.ProposalBatches.Batch;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.glossary.Concept;
import io.haidang.glossary.io.GlossaryFormat;
import io.haidang.glossary.io.ImportOptions;
import io.haidang.glossary.io.ImportOptions.OnError;
import io.haidang.glossary.io.RowError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files and batches on every database. */
@OnEveryDatabase
class GlossaryFilesContractTest {

  private static final byte[] FILE =
      """
      concept_id,vi,en,note
      bên-a,Bên A,Party A,
      bộ-y-tế,Bộ Y tế,Ministry of Health,đã đổi
      bên-b,Bên B,,
      """
          .getBytes(UTF_8);

  private static final byte[] FILE_WITH_ERROR =
      """
      concept_id,vi,en,valid_to
      bên-a,Bên A,Party A,
      bên-b,Bên B,Party B,2025-02-30
      """
          .getBytes(UTF_8);

  private static final ImportOptions VALID_ONLY =
      ImportOptions.STANDARD.withOnError(OnError.IMPORT_VALID);

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final TermDesk desk;
  private final GlossaryFiles files;

  GlossaryFilesContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    desk = TermDesk.in(store.database(), clock);
    files = desk.terms().files();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void file_previewed_showsWhatItWouldDoAndStoresNothing() {
    Imported seen = files.preview(FILE, GlossaryFormat.CSV, ImportOptions.STANDARD);

    assertThat(seen.batch()).isEqualTo(new Batch(null, 2, 1, 0, 0));
    assertThat(Objects.requireNonNull(seen.table()).columns())
        .containsExactly("concept_id", "vi", "en", "note");
    assertThat(desk.terms().proposals().count(null, null)).isZero();
  }

  @Test
  void file_proposedAndApproved_isOneRelease() {
    Imported imported =
        files.propose(FILE, GlossaryFormat.CSV, ImportOptions.STANDARD, "từ tệp", desk.mai());
    UUID batch = Objects.requireNonNull(imported.batch().id());
    assertThat(desk.terms().proposals().count(ProposalState.PROPOSED, batch)).isEqualTo(3);

    Release release =
        desk.terms().releases().approve(ProposalChoice.ofBatch(batch), "đã xem", desk.nam());

    assertThat(release).isEqualTo(new Release(2, "Nam", clock.instant(), "đã xem", null, 2, 1, 0));
    assertThat(desk.inForce("bộ-y-tế").note()).isEqualTo("đã đổi");
    assertThat(desk.glossary().concepts())
        .extracting(concept -> concept.id().value())
        .hasSize(144)
        .endsWith("bên-a", "bên-b");
    assertThat(files.preview(FILE, GlossaryFormat.CSV, ImportOptions.STANDARD).batch())
        .isEqualTo(new Batch(null, 0, 0, 0, 3));
  }

  @Test
  void file_withAnError_isProposedOnlyWhenValidRowsWillDo() {
    Imported nothing =
        files.propose(FILE_WITH_ERROR, GlossaryFormat.CSV, ImportOptions.STANDARD, "", desk.mai());
    assertThat(nothing.content().errors()).extracting(RowError::line).containsExactly(3L);
    assertThat(nothing.batch()).isEqualTo(new Batch(null, 0, 0, 0, 0));
    assertThat(desk.terms().proposals().count(null, null)).isZero();

    Imported valid = files.propose(FILE_WITH_ERROR, GlossaryFormat.CSV, VALID_ONLY, "", desk.mai());
    assertThat(valid.batch().created()).isEqualTo(1);
  }

  @Test
  @Provokes(ErrorCode.UNREADABLE_GLOSSARY)
  void file_ofAnotherFormat_isRefusedWithItsPlace() {
    GatewayException refusal =
        Provoked.by(() -> files.preview(FILE, GlossaryFormat.TBX_DCA, ImportOptions.STANDARD));

    assertThat(refusal.code()).isEqualTo(ErrorCode.UNREADABLE_GLOSSARY);
    assertThat(refusal.details()).containsEntry("line", 1L);
    assertThat(
            Provoked.by(() -> files.preview(FILE, GlossaryFormat.XLSX, ImportOptions.STANDARD))
                .code())
        .isEqualTo(ErrorCode.UNREADABLE_GLOSSARY);
  }

  @ParameterizedTest
  @EnumSource(GlossaryFormat.class)
  void release_exportedAndReadBack_changesNothing(GlossaryFormat format) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    files.export(1, format, file);

    Imported seen = files.preview(file.toByteArray(), format, ImportOptions.STANDARD);

    assertThat(seen.content().errors()).isEmpty();
    assertThat(seen.batch()).isEqualTo(new Batch(null, 0, 0, 0, 142));
  }

  @Test
  void rollback_approved_holdsExactlyWhatTheReleaseHeld() {
    Concept ministry = desk.inForce("bộ-y-tế");
    desk.approve(desk.proposeChange(ministry.toBuilder().note("một").build(), 1));
    desk.approve(desk.propose(TermDesk.made("a", "Bên A", "Party A")));
    desk.approve(desk.terms().proposals().retire(ministry.id(), 2, "", desk.mai()));

    Batch batch = desk.terms().batches().restore(1, "sai", desk.mai());
    assertThat(batch).isEqualTo(new Batch(batch.id(), 0, 1, 1, 141));
    Release release = approve(batch);

    assertThat(release.number()).isEqualTo(5);
    assertThat(release.restores()).isEqualTo(1);
    assertThat(desk.terms().releases().concepts(5)).isEqualTo(desk.terms().releases().concepts(1));
    assertThat(desk.terms().releases().diff(1, 5).isEmpty()).isTrue();
  }

  @Test
  @Provokes(ErrorCode.OUTDATED_PROPOSAL)
  void rollback_afterAnotherRelease_isRefused() {
    desk.approve(desk.propose(TermDesk.made("a", "Bên A", "Party A")));
    Batch batch = desk.terms().batches().restore(1, "", desk.mai());
    desk.approve(desk.propose(TermDesk.made("b", "Bên B", "Party B")));

    assertThat(Provoked.by(() -> approve(batch)).code()).isEqualTo(ErrorCode.OUTDATED_PROPOSAL);
    assertThat(desk.terms().releases().list(0, 10)).hasSize(3);
  }

  @Test
  @Provokes({ErrorCode.WRONG_STATE, ErrorCode.NOT_FOUND, ErrorCode.NOT_PERMITTED})
  void rollback_thatCannotBe_isRefused() {
    ProposalBatches batches = desk.terms().batches();

    assertThat(Provoked.by(() -> batches.restore(1, "", desk.mai())).code())
        .isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(Provoked.by(() -> batches.restore(9, "", desk.mai())).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(Provoked.by(() -> batches.restore(1, "", desk.editor())).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
  }

  private Release approve(Batch batch) {
    return desk.terms()
        .releases()
        .approve(ProposalChoice.ofBatch(Objects.requireNonNull(batch.id())), "", desk.nam());
  }
}
