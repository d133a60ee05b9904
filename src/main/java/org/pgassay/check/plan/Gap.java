package org.pgassay.check.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that a plan depends on and that is not known.
 *
 * @param table as the spec would write it
 * @param column null where it is not known how many rows the table has
 * @param ordered whether the values are compared by their order
 */
record Gap(String table, @Nullable String column, boolean ordered) {

    static String reason(StatedQuery query, List<Gap> gaps) {
        return "the plan of " + query.name() + " depends on what is not stated: "
                + gaps.stream().map(Gap::words).distinct().collect(Collectors.joining(", "));
    }

    private String words() {
        return column == null
                ? "how many rows " + table + " has"
                : (ordered ? "the range of " : "the values of ") + table + "." + column;
    }

    /** The YAML that would say it. */
    static String help(List<Gap> gaps) {
        Map<String, Set<String>> tables = new LinkedHashMap<>();
        for (Gap gap : gaps) {
            Set<String> columns = tables.computeIfAbsent(gap.table(), table -> new LinkedHashSet<>());
            if (gap.column() != null) {
                columns.add(gap.column() + ": " + (gap.ordered() ? "{range: [LEAST, GREATEST]}" : "{distinct: N}"));
            }
        }
        boolean sized = gaps.stream().allMatch(gap -> gap.column() != null);
        String yaml = tables.entrySet().stream()
                .map(table -> table.getKey() + ": {" + (sized ? "" : "rows: N")
                        + (sized || table.getValue().isEmpty() ? "" : ", ")
                        + (table.getValue().isEmpty() ? "" : "columns: {" + String.join(", ", table.getValue()) + "}")
                        + "}")
                .collect(Collectors.joining(", "));
        return "Add 'at: {" + yaml + "}', or name a file of production's statistics under 'statistics'.";
    }
}
