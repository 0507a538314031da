package io.haidang.gateway.quality;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.quality.QualityResult.Outcome;
import io.haidang.gateway.quality.RiskDraw.Candidate;
import io.haidang.gateway.report.Reports;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Samples of what was signed off, for a full reading by somebody else, where nobody can read all of
 * it twice.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Samples {

  /** The most texts of a sample. */
  public static final int MOST = 200;

  private static final int SHOWN = 50;

  private final Database database;
  private final TargetTable targets;
  private final Appraisal appraisal;
  private final Clock clock;
  private final SecureRandom seeds = new SecureRandom();

  Samples(Database database, Appraisal appraisal, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.appraisal = appraisal;
    this.clock = clock;
  }

  /**
   * Draws a sample of what was signed off in some months and still is.
   *
   * @param size how many texts; all of them where there are no more
   * @param seed to draw the same again; a new one where it is empty
   * @throws GatewayException {@code not-permitted} unless a reviewer or an administrator, {@code
   *     invalid-request} for months or a size that cannot be, {@code not-found} where there is
   *     nothing to draw from
   */
  public Sample draw(YearMonth first, YearMonth last, int size, OptionalLong seed, Account person) {
    Quality.requireReader(person);
    if (size < 1 || size > MOST || last.isBefore(first)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "sample: size or months (expected: 1 to " + MOST + " texts, first month before last)");
    }
    return database.jdbi().inTransaction(handle -> draw(handle, first, last, size, seed, person));
  }

  private Sample draw(
      Handle handle, YearMonth first, YearMonth last, int size, OptionalLong seed, Account person) {
    List<Candidate> population =
        SampleTable.population(
            handle, Reports.start(first), Reports.start(last.plusMonths(1)), person);
    if (population.isEmpty()) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "texts: none signed off in these months (expected: some)");
    }
    Sample sample =
        new Sample(
            UUID.randomUUID(),
            first,
            last,
            seed.orElseGet(() -> seeds.nextInt(Integer.MAX_VALUE)),
            population.size(),
            person.displayName(),
            clock.instant(),
            List.of());
    SampleTable.insert(handle, sample, person, RiskDraw.of(population, size, sample.seed()));
    return SampleTable.require(handle, sample.id(), person);
  }

  /** The latest first. */
  public List<Sample> latest(Account reader) {
    Quality.requireReader(reader);
    return database
        .jdbi()
        .withHandle(
            handle ->
                SampleTable.ids(handle, SHOWN).stream()
                    .map(id -> SampleTable.require(handle, id, reader))
                    .toList());
  }

  /**
   * One of them.
   *
   * @throws GatewayException {@code not-found}, {@code not-permitted}
   */
  public Sample of(UUID id, Account reader) {
    Quality.requireReader(reader);
    return database.jdbi().withHandle(handle -> SampleTable.require(handle, id, reader));
  }

  /**
   * A reviewer has read a text of a sample in full; the errors that are noted down in it are what
   * it has.
   *
   * @throws GatewayException {@code not-found}, {@code not-permitted}, {@code
   *     author-cannot-approve} for an own text or one that the reader signed off, {@code
   *     wrong-state} when it is not signed off any more, or was read before
   */
  public Sample read(UUID id, UUID text, Account reviewer) {
    reviewer.require(Role.REVIEWER);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = targets.lock(handle, text);
              require(target, reviewer);
              long result = appraisal.write(handle, target, Outcome.SAMPLED, reviewer);
              if (!SampleTable.setResult(handle, id, text, result)) {
                throw new GatewayException(
                    ErrorCode.WRONG_STATE,
                    "text: read before, or of no such sample (expected: open)");
              }
              return SampleTable.require(handle, id, reviewer);
            });
  }

  private static void require(Target target, Account reviewer) {
    if (!target.state().isSignedOff()) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "state: not signed off any more (expected: signed off)");
    }
    if (target.isOf(reviewer.id()) || reviewer.displayName().equals(target.approvedBy())) {
      throw new GatewayException(
          ErrorCode.AUTHOR_CANNOT_APPROVE,
          "reader: who wrote it or signed it off (expected: somebody else)");
    }
  }
}
