package io.haidang.models.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Archives made for tests, honest and hostile. */
final class Archives {

  static final int LINK_MODE = 0120777;

  private Archives() {}

  /** An entry; {@code link} is where it points to, or empty. */
  static final class Entry {
    private final String name;
    private final byte[] content;
    private final String link;

    private Entry(String name, byte[] content, String link) {
      this.name = name;
      this.content = content;
      this.link = link;
    }

    static Entry file(String name, byte[] content) {
      return new Entry(name, content, "");
    }

    /** A zip keeps the place as content, a tar in its header. */
    static Entry link(String name, byte[] content, String link) {
      return new Entry(name, content, link);
    }
  }

  static byte[] zip(List<Path> files) throws IOException {
    return zipOf(entries("", files));
  }

  static byte[] tarGz(List<Path> files) throws IOException {
    return tarGzOf(entries("model/", files));
  }

  private static List<Entry> entries(String folder, List<Path> files) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path file : files) {
      entries.add(Entry.file(folder + file.getFileName(), Files.readAllBytes(file)));
    }
    return entries;
  }

  static byte[] zipOf(List<Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Entry entry : entries) {
        ZipArchiveEntry made = new ZipArchiveEntry(entry.name);
        if (!entry.link.isEmpty()) {
          made.setUnixMode(LINK_MODE);
        }
        zip.putArchiveEntry(made);
        zip.write(entry.content);
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  static byte[] tarGzOf(List<Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
      for (Entry entry : entries) {
        TarArchiveEntry made =
            entry.link.isEmpty()
                ? new TarArchiveEntry(entry.name, true)
                : new TarArchiveEntry(entry.name, TarArchiveEntry.LF_SYMLINK, true);
        made.setLinkName(entry.link);
        made.setSize(entry.content.length);
        tar.putArchiveEntry(made);
        tar.write(entry.content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
