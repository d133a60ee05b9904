package org.pgassay.check;

/** Attempts to change rows that must not change, each with a positive control beside it. */
public interface Attacks {}
