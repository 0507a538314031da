package io.haidang.gateway.web.terms;

import io.haidang.gateway.terms.TermUses.Place;
import io.haidang.gateway.web.kit.TargetLink;

/** A place where a translation names a concept, with the way to it. */
record ConceptUse(Place place) {

  static ConceptUse of(Place place) {
    return new ConceptUse(place);
  }

  /** The number that people use, from 1. */
  int number() {
    return place.index() + 1;
  }

  /** The workbench, at the segment. */
  String href() {
    return TargetLink.href(place.target(), place.index());
  }
}
