package io.haidang.models.registry;

/** Hears how an installation gets on; called on the thread that installs. */
public interface InstallListener {

  /**
   * Some bytes more have arrived.
   *
   * @param file its name
   * @param total bytes in all, or -1 when unknown
   */
  void progress(String file, long done, long total);

  /** Something an operator should know that does not stop the installation. */
  void warning(String message);
}
