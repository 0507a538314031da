/** Feeds and pages for the public: what was signed off and delivered, and nothing else. */
@NullMarked
package io.haidang.gateway.web.channel;

import org.jspecify.annotations.NullMarked;
