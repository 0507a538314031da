package io.haidang.gateway.quality;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.quality.QualityResult.Outcome;
import io.haidang.gateway.report.Reports;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * How good texts are.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Quality {

  private final Database database;
  private final TargetTable targets;
  private final Appraisal appraisal;
  private final Annotations annotations;
  private final FocusTimes focus;
  private final Samples samples;

  public Quality(Database database, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.appraisal = new Appraisal(clock);
    this.annotations = new Annotations(database, clock);
    this.focus = new FocusTimes(database, clock);
    this.samples = new Samples(database, appraisal, clock);
  }

  /** Errors that reviewers note down. */
  public Annotations annotations() {
    return annotations;
  }

  /** Signed-off texts that are read again. */
  public Samples samples() {
    return samples;
  }

  /** How long people have segments before them. */
  public FocusTimes focus() {
    return focus;
  }

  /**
   * How good a text is.
   *
   * @throws io.haidang.gateway.GatewayException {@code not-found}, {@code not-permitted} unless the
   *     reader is a reviewer or an administrator
   */
  public TextQuality of(UUID id, Account reader) {
    requireReader(reader);
    return database
        .jdbi()
        .withHandle(
            handle -> {
              Target target = targets.require(handle, id);
              return new TextQuality(
                  ResultTable.of(handle, id),
                  appraisal.judge(handle, target, Outcome.APPROVED, ""),
                  AnnotationTable.of(handle, id),
                  FocusTable.bySegment(handle, id));
            });
  }

  /**
   * What was decided in some months, oldest first.
   *
   * @param last the last of them
   * @throws io.haidang.gateway.GatewayException {@code not-permitted}
   */
  public QualityReport report(YearMonth last, int months, Account reader) {
    requireReader(reader);
    Instant from = Reports.start(last.minusMonths(months - 1L));
    Instant until = Reports.start(last.plusMonths(1));
    List<QualityResult> results =
        database.jdbi().withHandle(handle -> ResultTable.between(handle, from, until));
    return QualityReport.of(last, months, results);
  }

  static void requireReader(Account reader) {
    reader.requireAny(Role.REVIEWER, Role.ADMIN);
  }

  /** The limits that hold. */
  public Limits limits() {
    return database.jdbi().withHandle(Limits::read);
  }

  /**
   * Sets the limits for what is decided from now on.
   *
   * @throws io.haidang.gateway.GatewayException {@code not-permitted} unless an administrator
   */
  public void setLimits(Limits limits, Account administrator) {
    administrator.require(Role.ADMIN);
    database.jdbi().useTransaction(limits::write);
  }
}
