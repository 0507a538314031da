package io.haidang.translation.document.packed;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A zip package in memory. Opening it unpacks every part to nowhere once, so that a bomb, a broken
 * part or a path that leads out of the package is found before anything is made of it.
 *
 * <p><b>Thread-safety:</b> not thread-safe; cheap to open again. <b>Blocking:</b> no I/O.
 */
public final class PackedFile implements Closeable {

  /** Largest package, in bytes. */
  public static final int MAX_PACKED = 64 << 20;

  private static final int MAX_PARTS = 10_000;
  private static final long MAX_UNPACKED = 256L << 20;
  private static final int MAX_PART = 64 << 20;

  /** Markup is repetitive; what is packed better than this means harm. */
  private static final long HIGHEST_RATIO = 200;

  private static final long SMALL = 4 << 20;

  private final ZipFile zip;

  private PackedFile(ZipFile zip) {
    this.zip = zip;
  }

  /** Whether the content begins as packages do. */
  public static boolean isPackage(byte[] content) {
    return content.length > 4
        && content[0] == 'P'
        && content[1] == 'K'
        && content[2] == 3
        && content[3] == 4;
  }

  /**
   * Opens a package and checks all of it.
   *
   * @throws DocumentException when it is no sound package, locked, over a limit, or unsafe
   */
  public static PackedFile open(byte[] content) {
    if (content.length > MAX_PACKED) {
      throw tooLarge("package", content.length, MAX_PACKED);
    }
    PackedFile file = reopen(content);
    try {
      file.check(content.length);
    } catch (DocumentException e) {
      file.close();
      throw e;
    }
    return file;
  }

  /** Opens a package that has been checked. */
  public static PackedFile reopen(byte[] content) {
    try {
      return new PackedFile(
          ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get());
    } catch (IOException | IllegalArgumentException e) {
      throw damaged("package", "no directory of parts (expected: a whole zip package)");
    }
  }

  private void check(long packed) {
    Set<String> seen = new HashSet<>();
    long unpacked = 0;
    for (ZipArchiveEntry entry : entries()) {
      if (seen.size() == MAX_PARTS) {
        throw tooLarge("package.parts", MAX_PARTS + 1L, MAX_PARTS);
      }
      checkName(entry, seen);
      unpacked += size(entry, unpacked, packed);
    }
  }

  private static void checkName(ZipArchiveEntry entry, Set<String> seen) {
    String name = entry.getName();
    boolean leadsOut =
        name.startsWith("/")
            || name.indexOf('\\') >= 0
            || name.indexOf(':') >= 0
            || name.indexOf('\0') >= 0
            || List.of(name.split("/", -1)).contains("..");
    if (leadsOut || !seen.add(name.toLowerCase(Locale.ROOT))) {
      throw new DocumentException(
          Reason.UNSAFE,
          "package.part "
              + seen.size()
              + ": "
              + (leadsOut ? "a path out of the package" : "a name given twice")
              + " (expected: paths inside, each once)");
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new DocumentException(
          Reason.ENCRYPTED, "package.part " + seen.size() + ": encrypted (expected: no password)");
    }
  }

  /** Unpacks a part to nowhere, watching what it comes to and whether it says DOCTYPE. */
  private long size(ZipArchiveEntry entry, long before, long packed) {
    DoctypeSearch search = new DoctypeSearch(isMarkup(entry.getName()));
    long size = 0;
    try (InputStream part = zip.getInputStream(entry)) {
      byte[] buffer = new byte[1 << 14];
      for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
        size += read;
        long all = before + size;
        if (all > MAX_UNPACKED || (all > SMALL && all / HIGHEST_RATIO > packed)) {
          throw tooLarge(entry.getName(), all, Math.min(MAX_UNPACKED, packed * HIGHEST_RATIO));
        }
        search.read(buffer, read, entry.getName());
      }
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(entry.getName(), "cannot be unpacked (expected: a whole part)");
    }
    if (entry.getCrc() >= 0 && entry.getSize() >= 0 && entry.getSize() != size) {
      throw damaged(entry.getName(), "size differs from the directory's (expected: the same)");
    }
    return size;
  }

  private static boolean isMarkup(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
  }

  /** In the order of the directory. */
  public List<String> names() {
    return entries().stream().map(ZipArchiveEntry::getName).toList();
  }

  private List<ZipArchiveEntry> entries() {
    return Collections.list(zip.getEntries());
  }

  public boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /**
   * A part, unpacked.
   *
   * @throws DocumentException when it is not there or larger than a part of a document is
   */
  public byte[] bytes(String name) {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged(name, "missing (expected: a part of that name)");
    }
    try (InputStream part = zip.getInputStream(entry)) {
      byte[] bytes = part.readNBytes(MAX_PART + 1);
      if (bytes.length > MAX_PART) {
        throw tooLarge(name, bytes.length, MAX_PART);
      }
      return bytes;
    } catch (IOException e) {
      throw damaged(name, "cannot be unpacked (expected: a whole part)");
    }
  }

  /** A part as XML. */
  public XmlPart xml(String name) {
    return XmlPart.decode(name, bytes(name));
  }

  /**
   * The package with some parts replaced; all others are copied as they are packed.
   *
   * @param changed by the name of the part
   */
  public byte[] with(Map<String, byte[]> changed) {
    try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(channel)) {
      for (ZipArchiveEntry entry : entries()) {
        byte[] replacement = changed.get(entry.getName());
        if (replacement == null) {
          out.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
        } else {
          write(entry, replacement, out);
        }
      }
      out.finish();
      return Arrays.copyOf(channel.array(), (int) channel.size());
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  private static void write(ZipArchiveEntry old, byte[] content, ZipArchiveOutputStream out)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(old.getName());
    entry.setTime(old.getTime());
    entry.setMethod(old.getMethod());
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  static DocumentException damaged(String part, String message) {
    return new DocumentException(Reason.DAMAGED, XmlPart.shown(part) + ": " + message);
  }

  private static DocumentException tooLarge(String part, long size, long most) {
    return new DocumentException(
        Reason.TOO_LARGE, XmlPart.shown(part) + ": " + size + " (expected: at most " + most + ")");
  }

  /** Looks for a document type, in which entities are declared; no office program writes one. */
  private static final class DoctypeSearch {

    private static final String WANTED = "<!DOCTYPE";

    private final boolean active;
    private int matched;

    DoctypeSearch(boolean active) {
      this.active = active;
    }

    /** Skips zero bytes, so that UTF-16 is read as well. */
    void read(byte[] buffer, int length, String part) {
      for (int i = 0; active && i < length; i++) {
        int c = Character.toUpperCase(buffer[i]);
        if (c == 0) {
          continue;
        }
        matched = c == WANTED.charAt(matched) ? matched + 1 : c == '<' ? 1 : 0;
        if (matched == WANTED.length()) {
          throw new DocumentException(
              Reason.UNSAFE,
              XmlPart.shown(part) + ": declares a document type (expected: none, nor entities)");
        }
      }
    }
  }
}
