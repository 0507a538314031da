package io.haidang.gateway.web;

import io.haidang.gateway.web.DeskPages.Stop;
import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.RunningDesk;

/** A walk past every page of {@link DeskPages}, in the places of those who use them. */
final class MainPages {

  private MainPages() {}

  /** What is done at each page. */
  interface Visitor {

    /**
     * Looks at a page; somebody is signed in who may.
     *
     * @param name unique, fit for a file
     * @param path of the page, which the browser may or may not show yet
     */
    void at(String name, String path);
  }

  /** Fills a desk, then walks; afterwards an administrator is signed in. */
  static void walk(RunningDesk desk, Chromium browser, Visitor visitor) {
    DeskThings things = DeskThings.make(desk);
    String present = "";
    for (Stop stop : DeskPages.STOPS) {
      if (!stop.login().equals(present)) {
        browser.signInAs(stop.login());
        present = stop.login();
      }
      visitor.at(stop.name(), things.path(stop));
    }
  }

  /** Where the first administrator of an empty desk chooses a password. */
  static String setup(RunningDesk desk) {
    return desk.setupAddress().orElseThrow().substring(desk.address().length());
  }
}
