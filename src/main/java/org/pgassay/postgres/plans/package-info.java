/** Makes the planner believe in rows that are not there, and asks it for plans. */
@NullMarked
package org.pgassay.postgres.plans;

import org.jspecify.annotations.NullMarked;
