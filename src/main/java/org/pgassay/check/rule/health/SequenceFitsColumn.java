package org.pgassay.check.rule.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Table;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.rule.api.Breach;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;

/** A sequence that fills a column ends where the column's type ends. */
public final class SequenceFitsColumn implements Rule {

    @Override
    public String id() {
        return "sequence-fits-column";
    }

    @Override
    public List<Judged> judge(Scope scope) {
        return scope.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(Types::isInteger)
                        .flatMap(column -> scope.catalog().sequences().stream()
                                .filter(sequence -> Types.owner(table, column).equals(sequence.ownedBy()))
                                .map(sequence -> new Judged(
                                        new ObjectRef(
                                                ObjectKind.SEQUENCE,
                                                scope.names().subject(sequence.name())),
                                        scope.host(table.name()),
                                        breach(scope, table, column, sequence)))))
                .toList();
    }

    private static @Nullable Breach breach(Scope scope, Table table, Column column, Sequence sequence) {
        if (sequence.type().equals(column.type())) {
            return null;
        }
        String name = scope.names().subject(sequence.name());
        String of = scope.column(table.name(), column.name()).name();
        boolean early = bytes(sequence.type()) < bytes(column.type());
        return new Breach(
                "the sequence " + name + " is of type " + sequence.type() + " and fills " + of + " of type "
                        + column.type() + ": inserts fail when "
                        + (early
                                ? "the sequence ends, long before the column does."
                                : "the column cannot hold its value."),
                early
                        ? "Run ALTER SEQUENCE " + name + " AS " + column.type() + "."
                        : "Change the type of " + of + " to " + sequence.type() + ".",
                "a sequence of type " + column.type(),
                "a sequence of type " + sequence.type());
    }

    private static int bytes(String type) {
        return type.equals("smallint") ? 2 : type.equals("integer") ? 4 : 8;
    }
}
