package io.haidang.gateway.doctor;

import io.haidang.models.ModelException;
import io.haidang.models.registry.InstalledModel;
import io.haidang.models.registry.ModelManifest;
import io.haidang.models.registry.ModelRoot;
import io.haidang.models.registry.UnusableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether models are as their manifests say, and may be used. */
final class ModelCheckup implements Checkup {

  private static final String MEND = "install it anew (./haidang models add), or delete its folder";

  private final List<ModelRoot> roots;

  ModelCheckup(List<ModelRoot> roots) {
    this.roots = List.copyOf(roots);
  }

  @Override
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    for (UnusableModel model : UnusableModel.list(roots)) {
      findings.add(Finding.fault("model", model.reason(), MEND));
    }
    for (InstalledModel model : InstalledModel.list(roots)) {
      findings.add(examine(model));
    }
    if (findings.isEmpty()) {
      findings.add(
          Finding.warning(
              "model",
              "none installed",
              "./haidang models add; until then only providers translate"));
    }
    return findings;
  }

  private static Finding examine(InstalledModel model) {
    try {
      Optional<ModelManifest> manifest = model.manifest();
      return manifest.isPresent()
          ? examine(model, manifest.get())
          : Finding.warning(
              "model",
              model.id() + ": no manifest, so nobody knows whether it is whole",
              "./haidang models add makes one");
    } catch (ModelException.Unloadable e) {
      return Finding.fault("model", model.id() + ": " + e.getMessage(), MEND);
    }
  }

  private static Finding examine(InstalledModel model, ModelManifest manifest) {
    List<String> faults = manifest.verify(model.folder());
    if (!faults.isEmpty()) {
      return Finding.fault("model", model.id() + ": " + faults.get(0), MEND);
    }
    return manifest.licence().isBlank()
        ? Finding.warning(
            "model",
            model.id() + ": whole; its licence is not stated",
            "find out what its publisher allows")
        : Finding.ok("model", model.id() + ": whole; licence: " + manifest.licence());
  }
}
