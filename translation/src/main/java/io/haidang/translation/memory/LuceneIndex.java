package io.haidang.translation.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * An index in a folder of its own (Apache Lucene). What was committed survives a kill: a commit is
 * there as a whole or not at all, and carries its position.
 *
 * <p><b>Owns:</b> the folder, which no other process may have open, until {@link #close}.
 */
public final class LuceneIndex implements MemoryIndex {

  private static final String POSITION = "position";
  private static final String GREATEST = "greatest";
  private static final String FORM = "form";
  private static final String OWNER = "owner";

  /** Grows when entries are written in another way: an index in the old one is made anew. */
  private static final String PRESENT_FORM = "1";

  private static final double BUFFER_MEGABYTES = 32;

  /** So many changes at a time come from a long list: they are shown some at a time. */
  private static final int MANY = 2_000;

  private static final int SHOWN_TOGETHER = 50_000;

  private final Directory directory;
  private final String owner;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private long greatest;
  private int unseen;
  private volatile long position;

  private LuceneIndex(Directory directory, String owner) throws IOException {
    this.directory = directory;
    this.owner = owner;
    this.writer =
        new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES));
    this.searchers = new SearcherManager(writer, null);
    for (Map.Entry<String, String> data : writer.getLiveCommitData()) {
      switch (data.getKey()) {
        case POSITION -> position = Long.parseLong(data.getValue());
        case GREATEST -> greatest = Long.parseLong(data.getValue());
        default -> {}
      }
    }
  }

  /**
   * Opens the index of a folder, which is made when it is missing. One that is damaged, of another
   * memory, or written in the form of another release, is dropped and begins anew at position 0.
   *
   * @param owner name of the memory whose entries it has
   * @throws UncheckedIOException when the folder cannot be used, or another process has it open
   */
  public static LuceneIndex open(Path folder, String owner) {
    try {
      Files.createDirectories(folder);
      Directory directory = FSDirectory.open(folder);
      dropUnlessUsable(directory, owner);
      return new LuceneIndex(directory, owner);
    } catch (LockObtainFailedException e) {
      throw new UncheckedIOException(
          "memory index: in use by another process (expected: a folder for each)", e);
    } catch (IOException e) {
      throw new UncheckedIOException("memory index: cannot be opened (expected: a folder)", e);
    }
  }

  private static void dropUnlessUsable(Directory directory, String owner) throws IOException {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      if (!isUsable(directory, owner)) {
        for (String file : directory.listAll()) {
          if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            directory.deleteFile(file);
          }
        }
      }
    }
  }

  private static boolean isUsable(Directory directory, String owner) {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Map<String, String> data = reader.getIndexCommit().getUserData();
      return PRESENT_FORM.equals(data.get(FORM)) && owner.equals(data.get(OWNER));
    } catch (IOException | IllegalArgumentException e) {
      return false; // Damaged, or nothing there yet.
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void apply(List<MemoryEntry> added, Collection<Long> removed, long newPosition) {
    try {
      for (MemoryEntry entry : added) {
        if (entry.id() > greatest) {
          writer.addDocument(IndexedEntry.document(entry));
          greatest = entry.id();
        } else {
          writer.updateDocument(IndexedEntry.id(entry.id()), IndexedEntry.document(entry));
        }
      }
      for (Long id : removed) {
        writer.deleteDocuments(IndexedEntry.id(id));
      }
      unseen += added.size() + removed.size();
      if (added.size() + removed.size() < MANY || unseen >= SHOWN_TOGETHER) {
        refresh();
      }
      position = newPosition; // Last: who sees it finds what belongs to it.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
    unseen = 0;
  }

  @Override
  public void commit() {
    try {
      refresh();
      writer.setLiveCommitData(
          Map.of(
                  POSITION,
                  Long.toString(position),
                  GREATEST,
                  Long.toString(greatest),
                  FORM,
                  PRESENT_FORM,
                  OWNER,
                  owner)
              .entrySet());
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void purge() {
    try {
      writer.forceMergeDeletes();
      commit();
      writer.deleteUnusedFiles();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void clear() {
    try {
      writer.deleteAll();
      searchers.maybeRefreshBlocking();
      position = 0;
      greatest = 0;
      commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Long> similar(MemoryQuery query, int most) {
    return search(searcher -> new SimilarSearch(searcher, query).ids(most));
  }

  @Override
  public Hits search(Concordance query) {
    return search(searcher -> WordSearch.hits(searcher, query));
  }

  @Override
  public long size() {
    return search(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  private <T> T search(Search<T> search) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.in(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      commit();
      searchers.close();
      writer.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
