/** Letters that tell people what they were told in the pages, over SMTP. */
@NullMarked
package io.haidang.gateway.mail;

import org.jspecify.annotations.NullMarked;
