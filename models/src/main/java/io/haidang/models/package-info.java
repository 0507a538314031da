/** Text generation by models, local and remote: requests, results, descriptors, failures. */
@NullMarked
package io.haidang.models;

import org.jspecify.annotations.NullMarked;
