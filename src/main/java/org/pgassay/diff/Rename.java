package org.pgassay.diff;

import org.pgassay.catalog.Difference.Change;

/**
 * An object that only the left side has and one that only the right side has, which may be the same under another name.
 *
 * @param likeness how much of them is alike, in whole per cent, cut; 100 where they are equal but for the name
 */
public record Rename(Change from, Change to, int likeness) {}
