package org.pgassay.check;

import java.util.Set;

/** A check that puts rows into tables: what it finds is counted in the report. */
public interface RowsMade extends Check {

    /** The tables, as subjects name them, for whose rows the spec fixes values. */
    Set<String> byHand();

    /** The tables, as subjects name them, that need not take a row. */
    Set<String> excepted();
}
