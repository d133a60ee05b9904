/** What tables do with rows, tried in a clone that has rows in all tables; nothing of it stays. */
@NullMarked
package org.pgassay.probe.behaviour;

import org.jspecify.annotations.NullMarked;
