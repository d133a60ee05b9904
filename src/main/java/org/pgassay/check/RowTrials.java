package org.pgassay.check;

/** What tables do with rows. */
public interface RowTrials {}
