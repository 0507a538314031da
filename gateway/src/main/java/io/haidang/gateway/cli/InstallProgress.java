package io.haidang.gateway.cli;

import io.haidang.models.registry.InstallListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows an installation: a line for each file, and one more at each tenth of a long one. */
final class InstallProgress implements InstallListener {

  private static final long LONG = 50_000_000;

  private final PrintWriter out;
  private String file = "";
  private long lastTenth;

  InstallProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void progress(String name, long done, long total) {
    long tenth = total > 0 ? done * 10 / total : done / LONG;
    boolean next = !name.equals(file) || (tenth != lastTenth && total > LONG);
    if (next) {
      file = name;
      lastTenth = tenth;
      String of = total > 0 ? " of " + megabytes(total) : "";
      out.println("  " + name + ": " + megabytes(done) + of + " MB");
      out.flush();
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }

  @Override
  public void warning(String message) {
    out.println("warning: " + message);
    out.flush();
  }
}
