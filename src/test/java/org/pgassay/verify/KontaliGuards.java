package org.pgassay.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What guards Kontali's rows, each found in the migration, with the migration as it is without it. */
final class KontaliGuards {

    /** Whose rows must not change. */
    static final Set<String> LEDGERS = Set.of("audit_trail", "general_ledger", "general_ledger_lines");

    private static final Pattern TRIGGER =
            Pattern.compile("create trigger (?<name>\\w+) before [^;]*? on (?<table>\\w+)\\s[^;]*;\n");

    private static final Pattern ALWAYS =
            Pattern.compile("alter table (?<table>\\w+)\\s+enable always trigger (?<name>\\w+);\n");

    private static final Pattern ENABLED =
            Pattern.compile("alter table (?<table>\\w+)\\s+enable row level security;\n");

    private static final Pattern FORCED = Pattern.compile("alter table (?<table>\\w+)\\s+force row level security;\n");

    private static final Pattern POLICY = Pattern.compile(
            "create policy (?<name>\\w+) on (?<table>\\w+)\n(?<using>[^;]*)\n  with check (?<check>[^;]*);\n");

    private static final Pattern GRANT =
            Pattern.compile("grant (?<privileges>[\\w ,()]+) on (?<table>\\w+) to kontali_app;\n");

    private static final Pattern OWNED_KEY = Pattern.compile(
            "foreign key \\((?<owner>tenant_id|client_id), (?<column>\\w+)\\) references \\w+ \\(\\k<owner>, id\\)");

    private static final Pattern TABLE = Pattern.compile("(?:create|alter) table (?<table>\\w+)");

    private final String migration;

    KontaliGuards(String migration) {
        this.migration = migration;
    }

    /**
     * A guard.
     *
     * @param name what it is
     * @param table whose rows it guards
     * @param without the migration without it
     */
    record Guard(String name, String table, String without) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** The triggers that refuse changes. */
    List<Guard> triggers() {
        return each(
                TRIGGER,
                trigger -> new Guard(
                        "trigger " + trigger.group("name"),
                        trigger.group("table"),
                        without(trigger)
                                .replaceAll(
                                        "alter table \\w+\\s+enable always trigger " + trigger.group("name") + ";\n",
                                        "")));
    }

    /** That these triggers fire whoever replicates. */
    List<Guard> always() {
        return each(
                ALWAYS,
                line -> new Guard("ENABLE ALWAYS of " + line.group("name"), line.group("table"), without(line)));
    }

    /** That tables have row security. */
    List<Guard> enabled() {
        return each(ENABLED, line -> new Guard("ENABLE of " + line.group("table"), line.group("table"), without(line)));
    }

    /** That row security binds the owner. */
    List<Guard> forced() {
        return each(FORCED, line -> new Guard("FORCE of " + line.group("table"), line.group("table"), without(line)));
    }

    /** The policies, whole. */
    List<Guard> policies() {
        return each(
                POLICY,
                policy -> new Guard("policy of " + policy.group("table"), policy.group("table"), without(policy)));
    }

    /** What the policies let through. */
    List<Guard> using() {
        return each(
                POLICY,
                policy -> new Guard(
                        "USING of " + policy.group("table"),
                        policy.group("table"),
                        with(policy, policy.group().replace(policy.group("using"), "  using (true)"))));
    }

    /** What the policies let be written; without WITH CHECK at all PostgreSQL takes USING for it. */
    List<Guard> checks() {
        return each(
                POLICY,
                policy -> new Guard(
                        "WITH CHECK of " + policy.group("table"),
                        policy.group("table"),
                        with(
                                policy,
                                policy.group().replace("with check " + policy.group("check"), "with check (true)"))));
    }

    /** The privileges of the application, each with all that it does not have granted. */
    List<Guard> privileges() {
        return each(
                GRANT,
                grant -> new Guard(
                        "privileges on " + grant.group("table") + " beyond " + grant.group("privileges"),
                        grant.group("table"),
                        with(grant, "grant all on " + grant.group("table") + " to kontali_app;\n")));
    }

    /** The owner of the row on both sides of foreign keys. */
    List<Guard> owners() {
        return each(
                OWNED_KEY,
                key -> new Guard(
                        "owner in the foreign key of " + table(key) + "." + key.group("column"),
                        table(key),
                        with(
                                key,
                                key.group()
                                        .replace(
                                                "(" + key.group("owner") + ", " + key.group("column") + ")",
                                                "(" + key.group("column") + ")")
                                        .replace("(" + key.group("owner") + ", id)", "(id)"))));
    }

    /** The migration without what refuses changes whoever makes them. */
    KontaliGuards withoutTriggers() {
        return new KontaliGuards(
                ALWAYS.matcher(TRIGGER.matcher(migration).replaceAll("")).replaceAll(""));
    }

    String migration() {
        return migration;
    }

    private List<Guard> each(Pattern pattern, Function<Matcher, Guard> guard) {
        Matcher matcher = pattern.matcher(migration);
        List<Guard> guards = new ArrayList<>();
        while (matcher.find()) {
            guards.add(guard.apply(matcher));
        }
        return guards;
    }

    private String without(Matcher found) {
        return with(found, "");
    }

    private String with(Matcher found, String instead) {
        return migration.substring(0, found.start()) + instead + migration.substring(found.end());
    }

    /** The table that a foreign key stands in, or that is altered. */
    private String table(Matcher key) {
        String before = migration.substring(0, key.start());
        Matcher table = TABLE.matcher(before);
        String last = "";
        while (table.find()) {
            last = table.group("table");
        }
        return last;
    }
}
