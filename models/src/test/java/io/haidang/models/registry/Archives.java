package io.haidang.models.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private final byte tarType;

    private Entry(String name, byte[] content, String link, byte tarType) {
      this.name = name;
      this.content = content;
      this.link = link;
      this.tarType = tarType;
    }

    static Entry file(String name, byte[] content) {
      return new Entry(name, content, "", TarArchiveEntry.LF_NORMAL);
    }

    /** The name of the entry that would come next, as GNU tar writes a long one. */
    static Entry longName(String nextName) {
      return new Entry(
          "././@LongLink",
          nextName.getBytes(StandardCharsets.UTF_8),
          "",
          TarArchiveEntry.LF_GNUTYPE_LONGNAME);
    }

    /** Attributes of the entry that would come next, as POSIX has them. */
    static Entry attributes(String attributes) {
      return new Entry(
          "PaxHeader",
          attributes.getBytes(StandardCharsets.UTF_8),
          "",
          TarArchiveEntry.LF_PAX_EXTENDED_HEADER_LC);
    }

    /** A zip keeps the place as content, a tar in its header. */
    static Entry link(String name, byte[] content, String link) {
      return new Entry(name, content, link, TarArchiveEntry.LF_SYMLINK);
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
        TarArchiveEntry made = new TarArchiveEntry(entry.name, entry.tarType, true);
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
