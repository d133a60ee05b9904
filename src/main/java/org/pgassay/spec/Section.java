package org.pgassay.spec;

/**
 * The part of the spec language that one family of checks owns.
 *
 * @param type a record whose components are the family's top-level keys
 * @param schema the class-path resource with the family's {@code properties} and {@code $defs} of the JSON Schema
 */
public record Section(Class<? extends Record> type, String schema) {}
