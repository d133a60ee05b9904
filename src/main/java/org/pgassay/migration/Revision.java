package org.pgassay.migration;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One migration step.
 *
 * @param id what the tool calls it; for SQL files the name without its ending
 * @param file the file that does it
 * @param down the file that undoes it; null for none
 */
public record Revision(String id, Path file, @Nullable Path down) {}
