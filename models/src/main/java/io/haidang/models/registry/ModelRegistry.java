package io.haidang.models.registry;

import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.TextGenerator;
import io.haidang.models.onnx.OnnxModels;
import io.haidang.models.serving.BatchListener;
import io.haidang.models.serving.ModelScheduler;
import io.haidang.models.serving.ServingLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The models below some folders: each sub-folder that holds a {@code haidang.json} is one. Where
 * several serve a direction, the first folder's wins. A broken one below a folder that need not be
 * there is passed over (see {@link UnusableModel}).
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> the first use of a model loads
 * it. <b>Owns:</b> the loaded models, until {@link #close}; one still in use then is unloaded when
 * its last user closes it.
 */
public final class ModelRegistry implements AutoCloseable {

  /** Memory for models where nobody has set a limit. */
  public static final long NO_LIMIT = Long.MAX_VALUE;

  private final List<ModelRoot> roots;
  private final ServingLimits limits;
  private final BatchListener batches;
  private final MemoryBudget budget;
  private final AtomicLong uses = new AtomicLong();
  private volatile Map<ModelId, ModelEntry> entries = Map.of();
  private List<String> seen = List.of();
  private boolean closed;

  private ModelRegistry(
      List<ModelRoot> roots, ServingLimits limits, long memory, BatchListener batches) {
    this.roots = List.copyOf(roots);
    this.limits = limits;
    this.batches = batches;
    this.budget = new MemoryBudget(memory);
  }

  /**
   * Reads the descriptors below {@code folder}; loads no weights, but reads every file once for the
   * version.
   *
   * @param idPrefix put before each sub-folder's name, such as {@code bundled/}
   * @param concurrency how many batches one model computes at a time, 1 or more
   * @throws ModelException.Unloadable when the folder or a description is missing or broken
   */
  public static ModelRegistry open(Path folder, String idPrefix, int concurrency) {
    return open(
        List.of(new ModelRoot(folder, idPrefix, true)), ServingLimits.of(concurrency), NO_LIMIT);
  }

  /**
   * The same below several folders.
   *
   * @param limits how calls share a model
   * @param memory bytes that loaded models may take, by the size of their files, 1 or more
   */
  public static ModelRegistry open(List<ModelRoot> roots, ServingLimits limits, long memory) {
    return open(roots, limits, memory, BatchListener.NONE);
  }

  /**
   * The same with a listener.
   *
   * @param batches told of every batch of every model
   */
  public static ModelRegistry open(
      List<ModelRoot> roots, ServingLimits limits, long memory, BatchListener batches) {
    ModelRegistry registry = new ModelRegistry(roots, limits, memory, batches);
    registry.refresh();
    return registry;
  }

  /**
   * Looks at the folders again. A model whose files are others now is replaced: when it was loaded
   * its successor is loaded first, and calls under way end on the old one.
   *
   * @throws ModelException.Unloadable when a description of a required folder, or a successor, is
   *     broken; nothing changes then
   */
  public synchronized void refresh() {
    throwIfClosed();
    List<FolderLock> still = new ArrayList<>();
    try {
      roots.stream()
          .map(ModelRoot::folder)
          .distinct()
          .forEach(folder -> ModelRoot.still(folder).ifPresent(still::add));
      look();
    } finally {
      still.forEach(FolderLock::close);
    }
  }

  private void look() {
    List<String> looked = state();
    Map<ModelId, ModelEntry> before = entries;
    Map<ModelId, ModelEntry> after = new LinkedHashMap<>();
    for (ModelRoot root : roots) {
      for (Path folder : root.folders()) {
        if (ModelFolder.isOne(folder)) {
          current(root, folder, before)
              .ifPresent(entry -> after.putIfAbsent(entry.descriptor().id(), entry));
        }
      }
    }
    loadSuccessors(before, after);
    entries = Collections.unmodifiableMap(after);
    seen = looked;
    before.values().stream().filter(old -> !after.containsValue(old)).forEach(ModelEntry::retire);
  }

  /**
   * The same if names, sizes or times of files have changed since; cheap otherwise.
   *
   * @return whether it looked
   */
  public synchronized boolean refreshIfChanged() {
    if (state().equals(seen)) {
      return false;
    }
    refresh();
    return true;
  }

  private List<String> state() {
    return roots.stream().flatMap(root -> root.state().stream()).toList();
  }

  /** Empty for a folder that is passed over: what nobody needs must not stop what others need. */
  private Optional<ModelEntry> current(
      ModelRoot root, Path folder, Map<ModelId, ModelEntry> before) {
    try {
      return Optional.of(current(folder, root.idPrefix(), before));
    } catch (ModelException.Unloadable | IllegalArgumentException e) {
      if (root.required() || isIn(before, folder)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static boolean isIn(Map<ModelId, ModelEntry> entries, Path folder) {
    return entries.values().stream().anyMatch(entry -> entry.folder().folder().equals(folder));
  }

  private ModelEntry current(Path folder, String idPrefix, Map<ModelId, ModelEntry> before) {
    ModelEntry known = before.get(ModelFolder.id(folder, idPrefix));
    return known != null && known.folder().isStill(folder)
        ? known
        : new ModelEntry(ModelFolder.read(folder, idPrefix), budget, this::load);
  }

  private TextGenerator load(ModelFolder folder) {
    return ModelScheduler.start(
        OnnxModels.decoder(folder.folder(), folder.descriptor()), limits, batches);
  }

  private void loadSuccessors(Map<ModelId, ModelEntry> before, Map<ModelId, ModelEntry> after) {
    List<ModelEntry> loaded = new ArrayList<>();
    try {
      after.forEach(
          (id, entry) -> {
            ModelEntry old = before.get(id);
            if (old != null && old != entry && old.isLoaded()) {
              loaded.add(entry);
              entry.acquire(uses.incrementAndGet()).ifPresent(TextGenerator::close);
            }
          });
    } catch (RuntimeException e) {
      loaded.forEach(ModelEntry::retire);
      throw e;
    }
  }

  public List<ModelDescriptor> models() {
    return entries.values().stream().map(ModelEntry::descriptor).toList();
  }

  /** The model for a direction; empty when none serves it. */
  public Optional<ModelDescriptor> find(LanguagePair pair) {
    return entry(pair).map(ModelEntry::descriptor);
  }

  /**
   * The loaded model for a direction; the caller closes what it gets, which keeps the model loaded
   * for others.
   *
   * @throws ModelException.Unsupported when none serves the direction
   * @throws ModelException.Unloadable when its files are missing or broken
   * @throws ModelException.Overloaded when the models in use leave no memory for it
   */
  public TextGenerator acquire(LanguagePair pair) {
    while (true) {
      ModelEntry entry =
          entry(pair)
              .orElseThrow(
                  () ->
                      new ModelException.Unsupported(
                          "pair: " + pair + " (expected: a direction some model serves)"));
      Optional<TextGenerator> generator = entry.acquire(uses.incrementAndGet());
      if (generator.isPresent()) {
        return generator.get();
      }
      throwIfClosed();
      refreshIfChanged(); // Another version has taken its place.
    }
  }

  private synchronized void throwIfClosed() {
    if (closed) {
      throw closedFault();
    }
  }

  private static IllegalStateException closedFault() {
    return new IllegalStateException("registry: closed (expected: open)");
  }

  private Optional<ModelEntry> entry(LanguagePair pair) {
    return entries.values().stream()
        .filter(entry -> entry.descriptor().pairs().contains(pair))
        .findFirst();
  }

  /** Bytes that loaded models take, by the size of their files. */
  public long memoryUsed() {
    return budget.used();
  }

  @Override
  public synchronized void close() {
    closed = true;
    entries.values().forEach(ModelEntry::retire);
  }
}
