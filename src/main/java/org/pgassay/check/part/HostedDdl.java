package org.pgassay.check.part;

import java.util.Set;
import org.pgassay.check.Ddl;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.SqlSyntaxException;

/**
 * A CREATE statement, split at the name of the table or view that the part belongs to.
 *
 * @param before up to that name
 * @param after behind that name
 */
record HostedDdl(Ddl before, Ddl after) {

    private static final Set<String> EVENTS = Set.of("insert", "update", "delete", "truncate");

    /** Those of {@link HostedDdl#onTable}: what it makes, and the table or view that it names. */
    record OnTable(HostedDdl ddl, Fragment.Name host) {}

    /**
     * A part that stands under its table.
     *
     * @throws SqlSyntaxException if it does not begin as a definition of its kind does
     */
    static HostedDdl of(HostedKind kind, String name, SourceText source) {
        return switch (kind) {
            case TRIGGER -> trigger(name, source);
            case POLICY -> policy(name, source);
            case RULE -> rule(name, source);
        };
    }

    /**
     * A trigger whose definition names its table.
     *
     * @throws SqlSyntaxException if it does not begin as a trigger's definition does
     */
    static OnTable onTable(String name, SourceText source) {
        Fragment fragment = Fragment.of(source, false);
        Ddl before = events(fragment, name);
        fragment.expect(Set.of("on"), "here the table is missing: on TABLE");
        Fragment.Name host = fragment.name("the table's name is missing behind ON");
        return new OnTable(new HostedDdl(before, fragment.rest()), host);
    }

    private static HostedDdl trigger(String name, SourceText source) {
        Fragment fragment = Fragment.of(source, false);
        Ddl before = events(fragment, name);
        if (fragment.at("on")) {
            throw new SqlSyntaxException(
                    "a trigger belongs to the table or view that it stands under: leave out ON and the name",
                    fragment.offset());
        }
        return new HostedDdl(before, fragment.rest());
    }

    /** Reads the events, behind which the table's name stands. */
    private static Ddl events(Fragment fragment, String name) {
        boolean constraint = fragment.skip("constraint");
        int start = fragment.offset();
        String timing = fragment.expect(
                Set.of("before", "after", "instead"),
                "a trigger begins with before, after or instead of, or with constraint after");
        if (timing.equals("instead")) {
            fragment.expect(Set.of("of"), "'of' is missing behind 'instead'");
        }
        do {
            String event = fragment.expect(EVENTS, "an event is missing here: insert, update, delete or truncate");
            if (event.equals("update") && fragment.skip("of")) {
                fragment.names("a column's name is missing behind OF");
            }
        } while (fragment.skip("or"));
        return fragment.statement(
                constraint ? "create constraint trigger" : "create trigger", name, start, fragment.behind(), "on");
    }

    private static HostedDdl policy(String name, SourceText source) {
        Fragment fragment = Fragment.of(source, false);
        if (fragment.at("on")) {
            throw new SqlSyntaxException(
                    "a policy belongs to the table that it stands under: leave out ON and the name", fragment.offset());
        }
        Ddl before = fragment.statement("create policy", name, fragment.start(), fragment.start(), "on");
        return new HostedDdl(before, fragment.rest());
    }

    private static HostedDdl rule(String name, SourceText source) {
        Fragment fragment = Fragment.of(source, true);
        fragment.expect(Set.of("on"), "a rule begins with on and an event, such as: on insert do instead nothing");
        fragment.expect(
                Set.of("select", "insert", "update", "delete"),
                "an event is missing here: select, insert, update or delete");
        if (fragment.at("to")) {
            throw new SqlSyntaxException(
                    "a rule belongs to the table or view that it stands under: leave out TO and the name",
                    fragment.offset());
        }
        int behind = fragment.behind();
        Ddl before = Ddl.builder()
                .add(fragment.statement("create rule", name, fragment.start(), fragment.start(), "as"))
                .add(source, fragment.start(), behind)
                .add(" to ")
                .build();
        return new HostedDdl(before, fragment.rest());
    }
}
