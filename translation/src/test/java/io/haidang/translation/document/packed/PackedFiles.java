package io.haidang.translation.document.packed;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentFormats;
import io.haidang.translation.document.Mutation;
import io.haidang.translation.document.SegmentedDocument;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Looks into packages, and damages them. */
public final class PackedFiles {

  private PackedFiles() {}

  /** Whether the file is refused for them unless told otherwise. */
  public static boolean hasTrackedChanges(byte[] file) {
    try {
      SegmentedDocument.read(DocumentFormats.detect("", file), file, Locale.ROOT);
      return false;
    } catch (DocumentException e) {
      return e.reason() == Reason.TRACKED_CHANGES;
    }
  }

  /** The parts that are not the same, byte for byte; both packages have the same parts in order. */
  public static List<String> differences(byte[] one, byte[] other) {
    try (PackedFile first = PackedFile.open(one);
        PackedFile second = PackedFile.open(other)) {
      if (!first.names().equals(second.names())) {
        throw new AssertionError("parts: " + second.names() + " (expected: " + first.names() + ")");
      }
      return first.names().stream()
          .filter(name -> !Arrays.equals(first.bytes(name), second.bytes(name)))
          .toList();
    }
  }

  /** Damage to the bytes of a package, or more often to a part inside, so that it is sound. */
  public static byte[] mutation(byte[] content, Random random) throws IOException {
    if (random.nextInt(4) == 0) {
      return Mutation.of(content, random);
    }
    try (PackedFile file = PackedFile.reopen(content)) {
      List<String> parts = file.names().stream().filter(name -> name.endsWith(".xml")).toList();
      String part = parts.get(random.nextInt(parts.size()));
      return file.with(Map.of(part, Mutation.of(file.bytes(part), random)));
    }
  }
}
