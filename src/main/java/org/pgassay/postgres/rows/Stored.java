package org.pgassay.postgres.rows;

import org.pgassay.rows.Row;

/**
 * A row and where it lies.
 *
 * @param place a condition that finds it until it is next changed
 */
record Stored(Row row, String place) {}
