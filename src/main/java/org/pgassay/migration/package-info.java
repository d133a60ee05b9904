/** Revisions and their files, and what is needed to run them. No database driver. */
@NullMarked
package org.pgassay.migration;

import org.jspecify.annotations.NullMarked;
