package io.haidang.gateway.cli;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.node.Gateway;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the main job on real input: a server of its own, two people, two texts. */
@Command(
    name = "demo",
    description =
        "Translate, check, approve and export some files, one again after a change and one as a"
            + " story with its products; show each step.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where the files go (default: data/demo beside the launcher).")
  private Path output = Home.folder().resolve("data").resolve("demo");

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(output);
    Path scratch = Files.createTempDirectory(output, "database-");
    long start = System.nanoTime();
    GatewayConfig config = config(scratch);
    try (Gateway gateway = Gateway.start(config)) {
      gateway.accounts().createFirstAccounts(config.office());
      out.printf("Hải Đăng started in %s on %s%n", DemoStory.seconds(start), gateway.address());
      for (DemoText text : texts()) {
        new DemoStory(text, editor(gateway), reviewer(gateway), output, out).tell();
      }
      List<DemoText> texts = texts();
      tellAgain(gateway, texts.get(0));
      new DemoBundle(texts.get(0), texts.get(3), editor(gateway), reviewer(gateway), output, out)
          .tell();
    } finally {
      deleteFolder(scratch);
    }
    out.printf("%nDone in %s. The files are in %s%n", DemoStory.seconds(start), output);
    return 0;
  }

  private void tellAgain(Gateway gateway, DemoText approved) {
    out.printf("%n== %s again, two sentences changed ==%n", approved.name());
    DemoText revised = DemoRevision.of(approved);
    String target =
        new DemoStory(revised, editor(gateway), reviewer(gateway), output, out).translate();
    new DemoRevision(revised, editor(gateway), out).print(target);
  }

  private static List<DemoText> texts() throws IOException {
    Path samples = Home.folder().resolve("docs").resolve("samples");
    return List.of(
        DemoText.whole(samples.resolve("press-release.vi.txt"), LocalDate.of(2026, 5, 6)),
        DemoText.until("2. ", samples.resolve("directive.vi.txt"), LocalDate.of(2026, 3, 2)),
        DemoText.whole(samples.resolve("invitation.vi.docx"), LocalDate.of(2026, 4, 20)),
        DemoText.whole(samples.resolve("tour.vi.srt"), LocalDate.of(2026, 4, 20)));
  }

  private static GatewayConfig config(Path scratch) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("HAIDANG_HTTP_PORT", "0");
    environment.put("HAIDANG_DATABASE_URL", "");
    environment.put("HAIDANG_DATA_FOLDER", scratch.toString());
    return Home.config(null, environment);
  }

  private static DemoClient editor(Gateway gateway) {
    return client(gateway, "editor");
  }

  private static DemoClient reviewer(Gateway gateway) {
    return client(gateway, "reviewer");
  }

  private static DemoClient client(Gateway gateway, String login) {
    Account account = gateway.accounts().findByLogin(login).orElseThrow();
    return new DemoClient(gateway.address(), gateway.accounts().createApiKey(account.id(), "demo"));
  }

  private static void deleteFolder(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
