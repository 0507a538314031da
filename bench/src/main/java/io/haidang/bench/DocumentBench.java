package io.haidang.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentFormats;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads documents and writes them with every segment changed: megabytes of unpacked text a second
 * of processor time, and how the time grows with the length. Run with the heap that is to be
 * enough.
 */
public final class DocumentBench {

  private static final Locale VI = Locale.forLanguageTag("vi");
  private static final int RUNS = 7;

  private DocumentBench() {}

  /** Arguments are files to measure beside the made ones. */
  public static void main(String[] args) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, heap %d MB%n%-22s %9s %9s %9s %9s %9s%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        "document",
        "MB inside",
        "segments",
        "read ms",
        "merge ms",
        "MB/s");
    for (int pages : new int[] {25, 50, 100, 200, 400}) {
      byte[] document = OfficeDocument.ofPages(pages);
      measure("docx, " + pages + " pages", DocumentFormat.DOCX, document, pages * 38_600L);
    }
    for (TextDocument document : TextDocument.all()) {
      byte[] content = document.content().getBytes(UTF_8);
      measure(document.format().name(), document.format(), content, content.length);
    }
    for (String file : args) {
      byte[] content = Files.readAllBytes(Path.of(file));
      DocumentFormat format = DocumentFormats.detect(file, content);
      measure(Path.of(file).getFileName().toString(), format, content, content.length);
    }
  }

  private static void measure(String name, DocumentFormat format, byte[] content, long inside) {
    long[] read = new long[RUNS];
    long[] merge = new long[RUNS];
    int segments = 0;
    for (int run = 0; run < RUNS; run++) {
      long start = cpu();
      SegmentedDocument document = SegmentedDocument.read(format, content, VI);
      long opened = cpu();
      List<String> targets =
          document.segments().stream().map(segment -> segment.toUpperCase(Locale.ROOT)).toList();
      long translated = cpu();
      document.merge(targets, MergeOptions.of(Locale.ENGLISH));
      merge[run] = cpu() - translated;
      read[run] = opened - start;
      segments = targets.size();
    }
    double readMillis = best(read);
    double mergeMillis = best(merge);
    System.out.printf(
        Locale.ROOT,
        "%-22s %9.2f %9d %9.1f %9.1f %9.1f%n",
        name,
        inside / 1e6,
        segments,
        readMillis,
        mergeMillis,
        inside / 1e3 / (readMillis + mergeMillis));
  }

  /** Of this thread, so that a machine that does something else as well counts for little. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double best(long[] nanos) {
    return Arrays.stream(nanos).min().orElseThrow() / 1e6;
  }
}
