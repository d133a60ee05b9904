/** Checks of the revisions and how they follow one another. */
@NullMarked
package org.pgassay.check.revision;

import org.jspecify.annotations.NullMarked;
