/** Finds out which tool a folder of migrations is for, and reads its revisions. */
@NullMarked
package org.pgassay.migration.graph;

import org.jspecify.annotations.NullMarked;
