/** What must hold of stages of SQL files: that they can be repeated and rolled back, and meet only expected errors. */
@NullMarked
package org.pgassay.check.stage;

import org.jspecify.annotations.NullMarked;
