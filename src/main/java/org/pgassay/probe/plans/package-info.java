/** Plans of queries, on clones of the migrated database whose planner believes in rows that are not there. */
@NullMarked
package org.pgassay.probe.plans;

import org.jspecify.annotations.NullMarked;
