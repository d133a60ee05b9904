/** Runs seeds: SQL, rows of CSV and JSON files, and programs. */
@NullMarked
package org.pgassay.seeding;

import org.jspecify.annotations.NullMarked;
