/** Checks of what migrations do to tables that are in use: locks, rewrites, scans, index builds, drops. */
@NullMarked
package org.pgassay.check.lock;

import org.jspecify.annotations.NullMarked;
