package org.pgassay.postgres.rows;

import org.pgassay.rows.Row;

/**
 * A row that is in a table, and where it lies.
 *
 * @param place a condition that finds it until it is next changed
 */
public record Stored(Row row, String place) {}
