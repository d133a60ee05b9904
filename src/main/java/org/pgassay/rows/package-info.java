/** What a row that a table accepts can look like: values by type, literals of constraints, order of tables. No I/O. */
@NullMarked
package org.pgassay.rows;

import org.jspecify.annotations.NullMarked;
