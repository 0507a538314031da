package io.haidang.gateway.cli;

import io.haidang.models.LanguagePair;
import io.haidang.translation.document.DocumentFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a translation goes.
 *
 * @param path null for standard output
 * @param isNamed whether the user named it, and so may mean to replace what is there
 */
record TranslatedFile(@Nullable Path path, boolean isNamed) {

  private static final String STANDARD = "-";

  static TranslatedFile of(
      String source, @Nullable String output, LanguagePair pair, DocumentFormat format) {
    if (output != null) {
      return new TranslatedFile(output.equals(STANDARD) ? null : Path.of(output), true);
    }
    return source.equals(STANDARD)
        ? new TranslatedFile(null, true)
        : new TranslatedFile(beside(Path.of(source), pair, format), false);
  }

  /** {@code deck.en.pptx} for {@code deck.pptx} and for {@code deck.vi.pptx}. */
  private static Path beside(Path source, LanguagePair pair, DocumentFormat format) {
    String name = String.valueOf(source.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String tag = "." + pair.source().toLanguageTag();
    String bare = stem.endsWith(tag) ? stem.substring(0, stem.length() - tag.length()) : stem;
    boolean becomesPage = name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    String extension = becomesPage || dot <= 0 ? "." + format.extension() : name.substring(dot);
    return source.resolveSibling(bare + "." + pair.target().toLanguageTag() + extension);
  }

  /** Somebody may have corrected an earlier translation. */
  void requireFree() {
    if (path != null && !isNamed && Files.exists(path)) {
      throw new CommandFailure(
          path + ": exists (expected: a new file; name one with --output to write over it)");
    }
  }

  void write(byte[] content) throws IOException {
    if (path != null) {
      Files.write(path, content);
    } else {
      System.out.write(content);
      System.out.flush();
    }
  }

  void report(PrintWriter messages) {
    if (path != null) {
      messages.println("  wrote " + path);
    }
  }
}
