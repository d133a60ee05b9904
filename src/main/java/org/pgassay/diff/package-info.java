/** Comparison of two catalogs for people: what differs, how much is alike, and what may only have been renamed. */
@NullMarked
package org.pgassay.diff;

import org.jspecify.annotations.NullMarked;
