package io.haidang.gateway.privacy;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** What several iterators give, one after the other; each is asked only when its turn comes. */
final class InTurn<T> implements Iterator<T> {

  private final Iterator<Iterator<T>> all;
  private Iterator<T> present = Collections.emptyIterator();

  InTurn(Iterator<Iterator<T>> all) {
    this.all = all;
  }

  @Override
  public boolean hasNext() {
    while (!present.hasNext() && all.hasNext()) {
      present = all.next();
    }
    return present.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return present.next();
  }
}
