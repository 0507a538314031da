package io.haidang.gateway.web.kit;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where one is in a long list.
 *
 * @param address of the list, to which {@code page=} is added
 * @param page from 1
 * @param pages 1 or more
 */
public record Pager(String address, int page, int pages) {

  /** Pages shown on either side of the present one. */
  private static final int AROUND = 3;

  /**
   * The page that {@code request} asks for, or the last one that there is.
   *
   * @param total entries of the list
   * @param size entries of a page
   */
  public static Pager of(WebRequest request, String address, long total, int size) {
    int pages = (int) Math.max(1, (total + size - 1) / size);
    return new Pager(address, Math.min(pages, number(request)), pages);
  }

  /** The page that a request asks for, from 1; the first when it asks for none. */
  public static int number(WebRequest request) {
    String page = request.isPost() ? request.field("page") : request.parameter("page");
    return page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1;
  }

  /** Entries before this page. */
  public int offset(int size) {
    return (page - 1) * size;
  }

  /** The pages to offer: the first, the last, and those around the present one. */
  List<Integer> numbers() {
    return IntStream.rangeClosed(1, pages)
        .filter(number -> number == 1 || number == pages || Math.abs(number - page) <= AROUND)
        .boxed()
        .toList();
  }

  String href(int number) {
    return address + (address.contains("?") ? "&" : "?") + "page=" + number;
  }
}
