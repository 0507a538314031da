package io.haidang.gateway.http.kit;

import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The files of a form.
 *
 * @param all in the order in which they came; a field may have several
 */
public record FormFiles(List<FormFile> all) {

  static final FormFiles NONE = new FormFiles(List.of());

  public FormFiles {
    all = List.copyOf(all);
  }

  /** The file of a field; the last where there are several. */
  public Optional<FormFile> find(String field) {
    return of(field).stream().reduce((earlier, later) -> later);
  }

  /** The files of a field. */
  public List<FormFile> of(String field) {
    return which(file -> file.field().equals(field)).all();
  }

  /** Those that somebody has chosen: a form without a chosen file still sends an empty one. */
  public FormFiles chosen() {
    return which(file -> !file.name().isBlank() || file.content().length() > 0);
  }

  private FormFiles which(Predicate<FormFile> wanted) {
    return new FormFiles(all.stream().filter(wanted).toList());
  }
}
