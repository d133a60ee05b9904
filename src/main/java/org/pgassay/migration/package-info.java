/** Revisions of any migration tool, read from their files, and the runners that apply them. */
@NullMarked
package org.pgassay.migration;

import org.jspecify.annotations.NullMarked;
