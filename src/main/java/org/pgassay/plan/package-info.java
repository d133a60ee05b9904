/** Plans of queries, and the statistics that a planner goes by: values only. */
@NullMarked
package org.pgassay.plan;

import org.jspecify.annotations.NullMarked;
