package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Table;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** Every timestamp is a point in time, and no time of day has a zone. */
public final class TimestampsWithTimeZone implements Rule {

    @Override
    public String id() {
        return "timestamps-with-time-zone";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .flatMap(table -> scope.columns(table).stream()
                        .filter(column -> Types.isTimestamp(column) || Types.isTime(column))
                        .map(column -> new Judged(
                                scope.column(table.name(), column.name()),
                                scope.host(table.name()),
                                breach(scope, table, column))))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table, Column column) {
        boolean zoned = column.type().contains(" with time zone");
        if (zoned == Types.isTimestamp(column)) {
            return null;
        }
        String name = scope.column(table.name(), column.name()).name();
        return zoned
                ? new Breach(
                        name + " is a time of day with a zone: without a date, the zone's offset is not known.",
                        "Change the type of " + name + " to timestamptz, or to time.",
                        "timestamp with time zone, or time without time zone",
                        column.type())
                : new Breach(
                        name + " is a timestamp without a zone: which moment it means depends on who reads it.",
                        "Change the type of " + name
                                + " to timestamptz, and say with AT TIME ZONE what the values mean.",
                        "timestamp with time zone",
                        column.type());
    }
}
