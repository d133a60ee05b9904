package org.pgassay.check;

/** Attempts to get at another tenant's rows, each with a positive control within the own tenant. */
public interface Isolation {}
