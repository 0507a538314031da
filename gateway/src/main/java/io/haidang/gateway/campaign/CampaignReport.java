package io.haidang.gateway.campaign;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.campaign.Campaigns.Details;
import io.haidang.gateway.report.Csv;
import java.util.List;

/** A campaign for people and for spreadsheets. */
public final class CampaignReport {

  private static final List<String> COLUMNS =
      List.of(
          "title",
          "language",
          "text date",
          "segment",
          "selected",
          "state",
          "text",
          "exports",
          "reason");

  private CampaignReport() {}

  /** Renames, counts, and every place, as Markdown. */
  public static String markdown(Details details) {
    Campaign campaign = details.campaign();
    Progress progress = details.progress();
    StringBuilder report = new StringBuilder("# ").append(cell(campaign.concept().value()));
    report.append("\n\n");
    for (Rename rename : campaign.renames()) {
      report
          .append("* ")
          .append(rename.language().toLanguageTag())
          .append(": ")
          .append(cell(rename.oldName()))
          .append(" → ")
          .append(cell(rename.newName()))
          .append('\n');
    }
    report
        .append("* right from ")
        .append(campaign.changedOn())
        .append("; ")
        .append(PublicName.of(campaign.state()))
        .append("\n* ")
        .append(progress.places())
        .append(" places, ")
        .append(progress.selected())
        .append(" chosen, ")
        .append(progress.prepared())
        .append(" corrected, ")
        .append(progress.byHand())
        .append(" by hand, ")
        .append(progress.settled())
        .append(" settled\n\n| ")
        .append(String.join(" | ", COLUMNS))
        .append(" |\n")
        .append("|---".repeat(COLUMNS.size()))
        .append("|\n");
    for (CampaignItem item : details.items()) {
      report.append("| ");
      report.append(String.join(" | ", cells(item).stream().map(CampaignReport::cell).toList()));
      report.append(" |\n");
    }
    return report.toString();
  }

  /** Every place as a row of comma-separated values (RFC 4180). */
  public static String csv(Details details) {
    return Csv.table(
        COLUMNS,
        details.items().stream().map(item -> Csv.row(cells(item).stream().map(Csv::quoted))));
  }

  private static List<String> cells(CampaignItem item) {
    return List.of(
        item.title(),
        item.language().toLanguageTag(),
        item.textDate().toString(),
        String.valueOf(item.index() + 1),
        item.selected() ? "yes" : "no",
        PublicName.of(item.state()),
        PublicName.of(item.targetState()),
        String.join(" ", item.exports().stream().map(String::valueOf).toList()),
        item.reason());
  }

  /** A title must not end a cell, begin markup, or leave the line. */
  private static String cell(String text) {
    return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\|<>\\[\\]*_`#])", "\\\\$1");
  }
}
