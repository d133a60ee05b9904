package org.pgassay.rows;

import java.util.List;

/** Asks PostgreSQL about a type. */
public interface TypeProbe {

    /** Those of the texts that a type takes, in their order, as the type prints them. */
    List<String> valid(String type, List<String> texts);

    /** The labels of a type that no catalog lists; empty if it is no enum. */
    List<String> labels(String type);
}
