/** Checks that compare the catalog with the structure that the spec states. */
@NullMarked
package org.pgassay.check.structure;

import org.jspecify.annotations.NullMarked;
