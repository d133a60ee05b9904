/** SQL files in stages, each of which is applied, repeated and rolled back as one. */
@NullMarked
package org.pgassay.migration.staged;

import org.jspecify.annotations.NullMarked;
