/** Drawings of revision graphs: pure functions of plain values. */
@NullMarked
package org.pgassay.report.graph;

import org.jspecify.annotations.NullMarked;
