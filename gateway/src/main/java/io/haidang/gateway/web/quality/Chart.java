package io.haidang.gateway.web.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Bars over time, as the page draws them in SVG without a script. The same figures stand in a table
 * beside it.
 *
 * @param id of its title and description in the page
 * @param title what it shows
 * @param description what a reader who doesn't see it has to know
 * @param bars from left to right
 * @param top the figure at its upper edge, in words
 * @param limit where a line marks what is still good enough; null for none
 */
record Chart(
    String id,
    String title,
    String description,
    List<Bar> bars,
    String top,
    @Nullable String limit) {

  static final int WIDTH = 640;
  static final int HEIGHT = 180;
  private static final int LEFT = 48;
  private static final int BOTTOM = 26;
  private static final int ABOVE = 16;
  private static final double GAP = 0.25;

  /**
   * A bar with its place in the picture.
   *
   * @param label below it; empty where there is no room
   * @param value above it, in words; empty where there is nothing
   */
  record Bar(
      String x, String y, String width, String height, String middle, String label, String value) {}

  /**
   * A figure of the chart.
   *
   * @param known whether there is one
   */
  record Figure(String label, double value, boolean known) {}

  /**
   * Draws figures.
   *
   * @param limit what is still good enough; negative for none
   * @param words a figure in words
   */
  static Chart of(
      String id,
      String title,
      String description,
      List<Figure> figures,
      double limit,
      DoubleFunction<String> words) {
    double most = Math.max(limit, figures.stream().mapToDouble(Figure::value).max().orElse(0));
    double top = most <= 0 ? 1 : most;
    List<Bar> bars = new ArrayList<>();
    double step = (double) (WIDTH - LEFT) / Math.max(1, figures.size());
    for (int i = 0; i < figures.size(); i++) {
      bars.add(bar(figures.get(i), LEFT + i * step, step, top, words));
    }
    String line = limit < 0 ? null : number(y(limit, top));
    return new Chart(id, title, description, List.copyOf(bars), words.apply(top), line);
  }

  private static Bar bar(
      Figure figure, double left, double step, double top, DoubleFunction<String> words) {
    double y = y(figure.value(), top);
    return new Bar(
        number(left + step * GAP / 2),
        number(y),
        number(step * (1 - GAP)),
        number(HEIGHT - BOTTOM - y),
        number(left + step / 2),
        figure.label(),
        figure.known() ? words.apply(figure.value()) : "");
  }

  private static double y(double value, double top) {
    return HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - ABOVE);
  }

  private static String number(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }

  /** Where the bars stand. */
  int ground() {
    return HEIGHT - BOTTOM;
  }

  int left() {
    return LEFT;
  }
}
