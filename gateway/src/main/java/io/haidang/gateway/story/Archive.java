package io.haidang.gateway.story;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.AssetText;
import io.haidang.gateway.draft.Medium;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.Deliveries;
import io.haidang.gateway.review.ExportedFile;
import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.store.ContentStore;
import io.haidang.gateway.store.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A story as one file: its texts and media, every product that may leave the house, and a manifest
 * that says where each comes from and what its bytes are. Products that nobody has signed off,
 * stale ones, and those under embargo or not cleared are named in the manifest and left out.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
final class Archive {

  private final Deliveries deliveries;
  private final ContentStore contents;

  Archive(Deliveries deliveries, ContentStore contents) {
    this.deliveries = deliveries;
    this.contents = contents;
  }

  /** The archive of a story as it is now; equal states give equal bytes. */
  byte[] zip(Bundle bundle) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Map<String, Object>> files = new ArrayList<>();
    List<Map<String, Object>> leftOut = new ArrayList<>();
    FileTime time = FileTime.from(bundle.story().createdAt());
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (AssetPart part : bundle.assets()) {
        addAsset(zip, part, files, time);
      }
      for (Target target : bundle.products()) {
        if (deliveries.mayLeave(target)) {
          addProduct(zip, target, files, time);
        } else {
          leftOut.add(product(target));
        }
      }
      String manifest = Json.write(manifest(bundle, files, leftOut));
      add(zip, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8), time);
    } catch (IOException e) {
      throw new UncheckedIOException("an archive in memory can be written", e);
    }
    return bytes.toByteArray();
  }

  /** Whether a product may leave the house. */
  static boolean isDeliverable(Target target) {
    return target.state().isSignedOff() && !target.isStale();
  }

  private void addAsset(
      ZipOutputStream zip, AssetPart part, List<Map<String, Object>> files, FileTime time)
      throws IOException {
    String folder = "assets/" + part.id() + "/";
    AssetText text = part.present().text();
    Medium medium = part.present().medium();
    if (text != null) {
      String path = folder + "text." + text.format().extension();
      files.add(asset(part, path, text.digest(), text.format().mediaType()));
      add(zip, path, text.digest(), time);
    }
    if (medium != null) {
      String path = folder + "medium";
      files.add(asset(part, path, medium.digest(), medium.mediaType()));
      add(zip, path, medium.digest(), time);
    }
  }

  private void addProduct(
      ZipOutputStream zip, Target target, List<Map<String, Object>> files, FileTime time)
      throws IOException {
    ExportedFile file = deliveries.file(target);
    String extension = file.name().substring(file.name().lastIndexOf('.'));
    String path =
        "products/"
            + target.language().toLanguageTag()
            + "/"
            + target.form().id()
            + "-"
            + target.asset().id()
            + extension;
    Map<String, Object> entry = product(target);
    entry.put("path", path);
    entry.put("sha256", ContentDigest.of(file.content()).hex());
    entry.put("bytes", file.content().length);
    entry.put("mediaType", file.mediaType());
    entry.put("approvedBy", target.approvedBy());
    files.add(entry);
    add(zip, path, file.content(), time);
  }

  private Map<String, Object> asset(
      AssetPart part, String path, ContentDigest digest, String mediaType) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("asset", part.id().toString());
    entry.put("kind", PublicName.of(part.kind()));
    entry.put("title", part.title());
    entry.put("language", part.language().toLanguageTag());
    entry.put("revision", part.present().number());
    entry.put("path", path);
    entry.put("sha256", digest.hex());
    entry.put("bytes", contents.size(digest));
    entry.put("mediaType", mediaType);
    return entry;
  }

  private static Map<String, Object> product(Target target) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("product", target.id().toString());
    entry.put("asset", target.asset().id().toString());
    entry.put("form", target.form().id());
    entry.put("language", target.language().toLanguageTag());
    entry.put("state", PublicName.of(target.state()));
    entry.put("stale", target.isStale());
    entry.put("revision", target.asset().revision());
    entry.put("version", target.version());
    return entry;
  }

  private static Map<String, Object> manifest(
      Bundle bundle, List<Map<String, Object>> files, List<Map<String, Object>> leftOut) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("story", bundle.story().id().toString());
    manifest.put("title", bundle.story().title());
    manifest.put("textDate", bundle.story().textDate().toString());
    manifest.put("sensitivity", PublicName.of(bundle.story().sensitivity()));
    manifest.put("owner", bundle.story().owner().displayName());
    bundle.release().ifPresent(release -> manifest.put("glossaryRelease", release));
    manifest.put("files", files);
    manifest.put("leftOut", leftOut);
    return manifest;
  }

  private void add(ZipOutputStream zip, String path, ContentDigest digest, FileTime time)
      throws IOException {
    try (InputStream bytes = contents.open(digest)) {
      zip.putNextEntry(entry(path, time));
      bytes.transferTo(zip);
      zip.closeEntry();
    }
  }

  private static void add(ZipOutputStream zip, String path, byte[] bytes, FileTime time)
      throws IOException {
    zip.putNextEntry(entry(path, time));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static ZipEntry entry(String path, FileTime time) {
    return new ZipEntry(path).setLastModifiedTime(time);
  }
}
