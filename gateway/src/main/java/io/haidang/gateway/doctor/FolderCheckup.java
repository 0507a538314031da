package io.haidang.gateway.doctor;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.health.DiskCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the node writes: room, whether it may, and whether strangers may read. */
final class FolderCheckup implements Checkup {

  private static final long MEGABYTE = 1_000_000;

  private final List<Path> folders;
  private final Path models;

  FolderCheckup(GatewayConfig config) {
    this.folders = config.folders();
    this.models = config.ownModelsFolder();
  }

  @Override
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(room());
    Stream.concat(folders.stream(), Stream.of(models))
        .distinct()
        .map(FolderCheckup::writable)
        .forEach(findings::add);
    folders.stream().filter(FolderCheckup::isOpen).map(FolderCheckup::open).forEach(findings::add);
    return findings;
  }

  private Finding room() {
    long free = new DiskCheck(folders).free();
    String what = free / MEGABYTE + " MB free";
    if (free < DiskCheck.FULL) {
      return Finding.fault("disk", what, "make room: texts cannot be stored");
    }
    return free < DiskCheck.LOW
        ? Finding.warning("disk", what, "make room before it is full")
        : Finding.ok("disk", what);
  }

  /** Tries it, because permissions alone do not tell of a file system that is read-only. */
  private static Finding writable(Path folder) {
    Path there = DiskCheck.existing(folder);
    try {
      Files.delete(Files.createTempFile(there, ".haidang-", ".probe"));
      return Finding.ok(
          "folder", folder + (Files.exists(folder) ? ": may be written" : ": will be made"));
    } catch (IOException e) {
      return Finding.fault(
          "folder",
          there + ": may not be written",
          "give it to the user that runs Hải Đăng (chown, chmod u+rwx), or name another folder");
    }
  }

  private static boolean isOpen(Path folder) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
      return permissions.contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static Finding open(Path folder) {
    return Finding.warning(
        "folder",
        folder + ": every account of this machine may read it",
        "chmod -R o-rwx " + folder);
  }
}
