package io.haidang.bench;

import com.sun.management.ThreadMXBean;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * Measures the memory that compiling a list of 100,000 names takes: what it allocates, what the
 * compiled list keeps, and, by the heap limit that the process was started with, that nothing more
 * is needed.
 */
public final class GlossaryMemoryBench {

  private static final int CONCEPTS = 100_000;

  private GlossaryMemoryBench() {}

  /** Prints one line; run from the repository root or set {@code haidang.repository}. */
  public static void main(String[] args) throws IOException {
    long empty = usedBytes();
    List<Concept> concepts = GlossaryNames.withStarter(CONCEPTS, GlossarySamples.paragraphs());
    long before = usedBytes();
    long allocated = allocatedBytes();
    Glossary glossary = Glossary.of(new GlossaryRelease("bench"), concepts);
    allocated = allocatedBytes() - allocated;
    System.out.printf(
        Locale.ROOT,
        "compile %d names in a heap of %.0f MB: concepts %.0f MB, allocated %.0f MB, kept %.0f MB%n",
        glossary.concepts().size(),
        Runtime.getRuntime().maxMemory() / 1e6,
        (before - empty) / 1e6,
        allocated / 1e6,
        (usedBytes() - before) / 1e6);
  }

  private static long allocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
