package io.haidang.bench;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.io.GlossaryExporter;
import io.haidang.glossary.io.GlossaryFormat;
import io.haidang.glossary.io.GlossaryImporter;
import io.haidang.glossary.io.ImportOptions;
import io.haidang.glossary.io.ImportResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Measures once for each format how long a list of 100,000 concepts takes to be written and read,
 * and how much memory the compiled list keeps. One cold run each, as an import is.
 */
public final class GlossaryImportBench {

  private static final int CONCEPTS = 100_000;

  private GlossaryImportBench() {}

  /** Prints a table; run from the repository root or set {@code haidang.repository}. */
  public static void main(String[] args) throws IOException {
    List<Concept> concepts = GlossaryNames.withStarter(CONCEPTS, GlossarySamples.paragraphs());
    System.out.println("format         size MB  export s  import s");
    for (GlossaryFormat format : GlossaryFormat.values()) {
      measure(concepts, format);
    }
    long before = usedBytes();
    Glossary glossary = Glossary.of(new GlossaryRelease("bench"), concepts);
    System.out.printf(
        Locale.ROOT,
        "compiled list of %d: %.0f MB beside its concepts%n",
        glossary.concepts().size(),
        (usedBytes() - before) / 1e6);
  }

  private static void measure(List<Concept> concepts, GlossaryFormat format) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    long start = System.nanoTime();
    GlossaryExporter.write(concepts, format, Locale.forLanguageTag("vi"), file);
    long written = System.nanoTime();
    ImportResult result =
        GlossaryImporter.read(
            new ByteArrayInputStream(file.toByteArray()), format, ImportOptions.STANDARD);
    long read = System.nanoTime();
    if (!result.concepts().equals(concepts)) {
      throw new IllegalStateException(format + ": not the same concepts came back");
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %7.1f  %8.1f  %8.1f%n",
        format,
        file.size() / 1e6,
        (written - start) / 1e9,
        (read - written) / 1e9);
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
