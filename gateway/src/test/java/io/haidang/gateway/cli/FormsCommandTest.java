package io.haidang.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stories become, and how summaries compare, from the command line. */
class FormsCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void forms_ofAText_areWholeAndCounted() throws IOException {
    Path text = folder.resolve("tin.vi.txt");
    Files.writeString(
        text,
        """
        Hải Phòng đón 300 doanh nghiệp Nhật Bản

        Ngày 12/5/2026, thành phố Hải Phòng tổ chức hội nghị xúc tiến đầu tư với Nhật Bản.
        """);

    assertThat(run("forms", text.toString(), "--form", "headline,standfirst,key-points")).isZero();

    assertThat(out.toString())
        .contains("=== tin.vi.txt")
        .contains("[headline: 39 of 64]", "Hải Phòng đón 300 doanh nghiệp Nhật Bản")
        .contains("[standfirst: 82 of 159]")
        .contains("[key-points: none, too-little]");
  }

  @Test
  void forms_unknownForm_isExplained() throws IOException {
    Path text = Files.writeString(folder.resolve("tin.vi.txt"), "Tin.");
    assertThat(run("forms", text.toString(), "--form", "haiku")).isEqualTo(1);
    assertThat(err.toString()).contains("form: haiku (expected:");
  }

  @Test
  void evaluate_fileThatIsNone_isExplained() throws IOException {
    Path set = Files.writeString(folder.resolve("set.tsv"), "một cột\n");
    assertThat(run("evaluate", "summaries", set.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("set.tsv, line 1: 1 columns (expected: 3)");
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
