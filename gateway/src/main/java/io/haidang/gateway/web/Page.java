package io.haidang.gateway.web;

/** Answers a request; may block. */
@FunctionalInterface
interface Page {

  Reply answer(Visit visit);
}
