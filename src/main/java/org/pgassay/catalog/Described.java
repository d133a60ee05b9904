package org.pgassay.catalog;

import java.util.Map;

/** An object whose definition can be taken apart into named attributes, so that two can be compared one by one. */
public interface Described {

    /**
     * The attributes that make up the definition, in the order in which one would write them, each as PostgreSQL prints
     * it; those that the object does not have are left out. Owner, privileges and comment are not among them.
     */
    Map<String, String> attributes();
}
