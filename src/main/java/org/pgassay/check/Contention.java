package org.pgassay.check;

/** Several connections that work on the same rows at once. */
public interface Contention {}
