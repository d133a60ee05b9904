/** Renderers: pure functions of a report. */
@NullMarked
package org.pgassay.report;

import org.jspecify.annotations.NullMarked;
