package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.DeskPages.Stop;
import io.haidang.gateway.web.testing.RunningDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That no page is forgotten when pages are looked at. */
class DeskPagesTest {

  private static final Pattern PAGE =
      Pattern.compile("\\b(?:router|rooms)\\.(?:get|openGet)\\(\\s*(\"[^\"]+\"|[\\w.]+)\\s*,");

  /** Where people go to sign in elsewhere, and come back. */
  private static final Set<String> ELSEWHERE =
      Set.of("ProviderPages.BEGIN", "ProviderPages.CALLBACK");

  @Test
  void route_ofAPage_isLookedAtOrExplained() throws IOException {
    Set<String> known = new TreeSet<>(DeskPages.NOT_LOOKED_AT.keySet());
    DeskPages.STOPS.stream()
        .map(Stop::route)
        .filter(route -> !route.equals(DeskPages.NO_PAGE))
        .forEach(known::add);

    assertThat(routes()).isEqualTo(known);
  }

  @Test
  void name_ofAPage_isUnique() {
    List<String> names = DeskPages.STOPS.stream().map(Stop::name).toList();

    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(60);
  }

  /** As the rooms add them. */
  private static Set<String> routes() throws IOException {
    Path rooms = RunningDesk.repository().resolve("gateway/src/main/java/io/haidang/gateway/web");
    try (Stream<Path> files = Files.walk(rooms)) {
      return files
          .filter(file -> file.toString().endsWith("Routes.java"))
          .flatMap(DeskPagesTest::routes)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Stream<String> routes(Path file) {
    String source = read(file);
    return PAGE.matcher(source)
        .results()
        .map(found -> found.group(1))
        .filter(route -> !ELSEWHERE.contains(route))
        .map(route -> route.replace("\"", ""));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
