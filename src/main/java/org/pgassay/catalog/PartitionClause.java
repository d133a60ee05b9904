package org.pgassay.catalog;

import java.util.Map;

/**
 * How a table is partitioned, or what a partition holds.
 *
 * @param clause strategy and key, or the bound, as PostgreSQL prints it
 */
public record PartitionClause(String clause) implements Described {

    @Override
    public Map<String, String> attributes() {
        return new Attributes().add("definition", clause).all();
    }
}
