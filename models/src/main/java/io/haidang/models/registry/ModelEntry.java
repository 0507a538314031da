package io.haidang.models.registry;

import io.haidang.models.ModelDescriptor;
import io.haidang.models.TextGenerator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One version of a model, loaded or not, and how many use it. Safe for concurrent use. */
final class ModelEntry {

  private final ModelFolder folder;
  private final MemoryBudget budget;
  private final Function<ModelFolder, TextGenerator> loader;
  private final Object loading = new Object();
  private @Nullable TextGenerator loaded;
  private int users;
  private boolean retired;
  private long lastUse;

  ModelEntry(ModelFolder folder, MemoryBudget budget, Function<ModelFolder, TextGenerator> loader) {
    this.folder = folder;
    this.budget = budget;
    this.loader = loader;
  }

  ModelFolder folder() {
    return folder;
  }

  ModelDescriptor descriptor() {
    return folder.descriptor();
  }

  long bytes() {
    return folder.bytes();
  }

  synchronized boolean isLoaded() {
    return loaded != null;
  }

  /** Whether somebody uses it, or it is just being loaded. */
  synchronized boolean isInUse() {
    return users > 0 || loaded == null;
  }

  /** When it was last acquired, as a count of the registry's acquisitions. */
  synchronized long lastUse() {
    return lastUse;
  }

  /**
   * Loads on first use and counts one user more; empty when another version has replaced it, or its
   * files are no longer those it was read from.
   */
  Optional<TextGenerator> acquire(long use) {
    Optional<TextGenerator> present = acquireLoaded(use);
    if (present.isPresent()) {
      return present;
    }
    synchronized (loading) {
      return isLoaded() || isRetired() ? acquireLoaded(use) : load(use);
    }
  }

  private Optional<TextGenerator> load(long use) {
    if (!folder.isAsRead()) {
      return Optional.empty();
    }
    budget.reserve(this);
    try {
      keep(loader.apply(folder));
    } catch (RuntimeException e) {
      budget.release(this);
      if (folder.isAsRead()) {
        throw e;
      }
      return Optional.empty();
    }
    Optional<TextGenerator> acquired = acquireLoaded(use);
    if (acquired.isEmpty()) {
      unloadIfRetired();
    }
    return acquired;
  }

  private synchronized void keep(TextGenerator generator) {
    loaded = generator;
    if (!folder.isAsRead()) {
      retired = true; // Files of two versions may have come together.
    }
  }

  private synchronized Optional<TextGenerator> acquireLoaded(long use) {
    TextGenerator generator = loaded;
    if (generator == null || retired) {
      return Optional.empty();
    }
    users++;
    lastUse = use;
    return Optional.of(new SharedGenerator(generator, this::release));
  }

  private synchronized boolean isRetired() {
    return retired;
  }

  private void release() {
    synchronized (this) {
      users--;
    }
    unloadIfRetired();
  }

  /** Lets no one in any more; unloads as soon as the last user is gone. */
  void retire() {
    synchronized (this) {
      retired = true;
    }
    unloadIfRetired();
  }

  private void unloadIfRetired() {
    if (isRetired() && unloadIfIdle()) {
      budget.release(this);
    }
  }

  /** Whether it was loaded and unused, and is now unloaded. */
  boolean unloadIfIdle() {
    TextGenerator generator;
    synchronized (this) {
      generator = loaded;
      if (generator == null || users > 0) {
        return false;
      }
      loaded = null;
    }
    generator.close();
    return true;
  }
}
