/** Workers that claim jobs at the same time, each with a connection of its own. */
@NullMarked
package org.pgassay.probe.concurrency;

import org.jspecify.annotations.NullMarked;
