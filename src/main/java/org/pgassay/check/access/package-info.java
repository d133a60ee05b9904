/** Checks of who owns what, who may do what, and what the comments say. */
@NullMarked
package org.pgassay.check.access;

import org.jspecify.annotations.NullMarked;
