/** Seed data: that it runs, runs again, and that the rows are there that must be. */
@NullMarked
package org.pgassay.check.seed;

import org.jspecify.annotations.NullMarked;
