package org.pgassay.probe.immutability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.Attacks.Attempt;
import org.pgassay.check.Attacks.Deed;
import org.pgassay.check.Attacks.Outcome;
import org.pgassay.check.Attacks.Who;

/** What a role can do to the guards, or to itself, and what it can change then. */
final class PowerVectors {

    private static final int SET_SINCE = 16;

    private static final List<String> WORDS = List.of("", "on", "off", "true", "false", "1", "0", "yes", "all");

    /** Where no row changes, it is told by one circumstance, or by so many if accidents were in the way of it. */
    private static final int SAMPLES = 3;

    private static final int NONE = -1;
    private static final int ACCIDENT = 0;
    private static final int REFUSED_AT_ONCE = 1;
    private static final int REFUSED_EACH = 2;
    private static final int HOLE = 3;

    private final Field field;

    PowerVectors(Field field) {
        this.field = field;
    }

    /** Statements first, then all that is forbidden; where the statements are refused, that is all. */
    private List<Attempt> under(Assailant assailant, String label, List<String> before) throws SQLException {
        Shot shot = assailant.fire(field.first(), before, "select 1");
        Shot.Refusal refusal = shot.refusal();
        return refusal != null
                ? List.of(Field.said(assailant, label, field.judge().refused(refusal)))
                : field.deeds(assailant, field.table(), before, label + ", then ");
    }

    /** That an owner can do it is stated, unless it is forbidden. */
    private Attempt power(Attempt attempt) {
        return attempt.outcome() == Outcome.HOLE
                        && attempt.who() == Who.OWNER
                        && !field.ledger().forbids(Deed.DDL)
                ? residual(attempt)
                : attempt;
    }

    private static Attempt residual(Attempt attempt) {
        return new Attempt(attempt.who(), attempt.role(), attempt.what(), Outcome.RESIDUAL, attempt.reason());
    }

    /** A command that has no place in an application: that it works at all is too much. */
    private Attempt command(Assailant assailant, String what, String sql) throws SQLException {
        Shot shot = assailant.fire(field.first(), List.of(), sql);
        Shot.Refusal refusal = shot.refusal();
        return Field.said(
                assailant,
                what,
                refusal == null
                        ? new Judge.Ruling(Outcome.HOLE, "it works")
                        : field.judge().refused(refusal));
    }

    List<Attempt> detach(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        List<String> links = field.ground()
                .column("""
                with recursive down as (
                  select %s::pg_catalog.oid as oid
                  union select i.inhrelid from pg_catalog.pg_inherits i join down on down.oid = i.inhparent)
                select case when c.relispartition
                         then pg_catalog.format('alter table %%s detach partition %%s', i.inhparent::pg_catalog.regclass, c.oid::pg_catalog.regclass)
                         else pg_catalog.format('alter table %%s no inherit %%s', c.oid::pg_catalog.regclass, i.inhparent::pg_catalog.regclass) end
                from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
                where i.inhparent in (select oid from down) and c.relkind in ('r', 'p')
                order by 1
                """.formatted(Ground.oid(field.ground().table().name())));
        for (String link : links) {
            attempts.add(power(command(assailant, link, link)));
        }
        for (String child : field.ways().below()) {
            attempts.add(power(command(
                    assailant, "DROP TABLE " + field.ground().label(child), "drop table " + child + " cascade")));
        }
        return attempts.isEmpty()
                ? List.of(Field.absent(assailant, "DETACH PARTITION", "it has no partitions or children"))
                : attempts;
    }

    /** On the table, and on its partitions and children, whose triggers are their own. */
    List<Attempt> disableTrigger(Assailant assailant) throws SQLException {
        List<Attempt> attempts = new ArrayList<>();
        List<String> tables = new ArrayList<>(List.of(field.ground().sql()));
        tables.addAll(field.ways().below());
        for (String table : tables) {
            String label = "DISABLE TRIGGER USER"
                    + (table.equals(field.ground().sql())
                            ? ""
                            : " on " + field.ground().label(table));
            attempts.addAll(under(assailant, label, List.of("alter table " + table + " disable trigger user")));
        }
        return field.ground().table().triggers().isEmpty()
                ? List.of(Field.absent(assailant, "DISABLE TRIGGER", "it has no triggers"))
                : telling(attempts.stream().map(this::power).toList());
    }

    /** Where a power is known to be there, what it could not be tried on adds nothing. */
    private static List<Attempt> telling(List<Attempt> attempts) {
        return attempts.stream().noneMatch(attempt -> attempt.outcome() == Outcome.RESIDUAL)
                ? attempts
                : attempts.stream()
                        .filter(attempt -> attempt.outcome() != Outcome.UNTRIED)
                        .toList();
    }

    /** As a superuser too, who can always say so. */
    List<Attempt> replicaRole(Assailant assailant) throws SQLException {
        List<Attempt> attempts = under(
                assailant,
                "session_replication_role = replica",
                List.of("set local session_replication_role = replica"));
        return assailant.who() == Who.SUPERUSER
                ? telling(attempts.stream().map(this::ofSuperuser).toList())
                : attempts;
    }

    private Attempt ofSuperuser(Attempt attempt) {
        if (attempt.outcome() != Outcome.HOLE) {
            return attempt;
        }
        try {
            List<String> open = field.ways().notAlways();
            return new Attempt(
                    attempt.who(),
                    attempt.role(),
                    attempt.what(),
                    Outcome.RESIDUAL,
                    attempt.reason()
                            + (open.isEmpty()
                                    ? ""
                                    : ", as triggers are not ENABLE ALWAYS: " + String.join(", ", open)));
        } catch (SQLException e) {
            throw new IllegalStateException("the triggers could not be read", e);
        }
    }

    List<Attempt> setRole(Assailant assailant) throws SQLException {
        String word = field.ground().bench().server().majorVersion() >= SET_SINCE ? "SET" : "MEMBER";
        String role = assailant.role().replace("'", "''");
        List<String> others = field.ground().column("""
                select r.rolname from pg_catalog.pg_roles r
                where r.rolname <> '%1$s' and r.oid >= 16384
                  and pg_catalog.pg_has_role('%1$s', r.oid, '%2$s')
                  and not (select rolsuper from pg_catalog.pg_roles where rolname = '%1$s')
                order by 1
                """.formatted(role, word));
        List<Attempt> attempts = new ArrayList<>();
        for (String other : others) {
            List<String> become = List.of("set local role " + Identifiers.quote(other));
            attempts.addAll(under(assailant, "SET ROLE " + Identifiers.quote(other), become));
            if (assailant.who() == Who.APPLICATION
                    && other.equals(field.ground().table().owner())) {
                attempts.addAll(under(
                        assailant,
                        "SET ROLE " + Identifiers.quote(other) + ", DISABLE TRIGGER USER",
                        List.of(become.get(0), "alter table " + field.ground().sql() + " disable trigger user")));
            }
        }
        return attempts.isEmpty()
                ? List.of(Field.absent(assailant, "SET ROLE", "it is a member of no other role"))
                : attempts;
    }

    /** What a guard asks for, in settings and in tables. */
    List<Attempt> retention(Assailant assailant) throws SQLException {
        String source = field.ways().guardSource();
        Set<String> words = new LinkedHashSet<>(WORDS);
        Ways.literals(source).stream().filter(word -> word.length() <= 40).forEach(words::add);
        List<Attempt> attempts = new ArrayList<>();
        // Whose rows are worked on is set anyway, row by row.
        String context = field.ground()
                .bench()
                .context()
                .map(tenant -> tenant.query().sql())
                .orElse("");
        for (String setting : Ways.settings(source)) {
            if (context.contains("'" + setting + "'")) {
                continue;
            }
            attempts.addAll(underAny(
                    assailant,
                    "SET " + setting,
                    words.stream()
                            .map(word -> "select pg_catalog.set_config(" + Values.constant(setting) + ", "
                                    + Values.constant(word) + ", true)")
                            .toList()));
        }
        for (Table read : field.ground().bench().catalog().tables()) {
            if (!read.name().equals(field.ground().table().name())
                    && Ways.word(source, read.name().name())) {
                String label = "a change of " + field.ground().label(read.name().sql());
                attempts.addAll(underAny(assailant, label, writes(read, words, source)));
            }
        }
        return attempts.isEmpty()
                ? List.of(Field.absent(assailant, "a setting", "no guard of it asks for a setting or another table"))
                : attempts;
    }

    /** The circumstance that comes to most: those under which a row changes before the others. */
    private List<Attempt> underAny(Assailant assailant, String label, List<String> circumstances) throws SQLException {
        List<Sweep.State> states = new Sweep(assailant, field.first(), field.blows()).under(circumstances);
        List<Attempt> worst = List.of();
        for (Sweep.State state : List.of(Sweep.State.OPEN, Sweep.State.HELD, Sweep.State.REFUSED)) {
            int tried = 0;
            for (int i = 0; i < circumstances.size(); i++) {
                boolean enough = state == Sweep.State.OPEN
                        ? rank(worst) == HOLE
                        : tried == SAMPLES || rank(worst) >= REFUSED_EACH;
                if (states.get(i) == state && !enough) {
                    worst = worse(worst, under(assailant, label, List.of(circumstances.get(i))));
                    tried++;
                }
            }
            if (rank(worst) > ACCIDENT) {
                return worst;
            }
        }
        return worst;
    }

    /** A guard that looks into a table names the column. */
    private static List<String> writes(Table read, Set<String> words, String source) {
        List<String> writes =
                new ArrayList<>(List.of("delete from " + read.name().sql()));
        for (Column column : Field.changing(read.columns())) {
            if (!Ways.word(source, column.name())) {
                continue;
            }
            String set = "update " + read.name().sql() + " set " + Identifiers.quote(column.name()) + " = ";
            if (column.type().endsWith("boolean")) {
                writes.add(set + "not " + Identifiers.quote(column.name()));
            } else if (column.type().contains("char") || column.type().endsWith("text")) {
                words.forEach(word -> writes.add(set + Values.constant(word)));
            } else if (column.type().contains("timestamp") || column.type().endsWith("date")) {
                writes.add(set + "'2999-01-01'");
                writes.add(set + "'1970-01-01'");
            } else {
                writes.add(set + "null");
            }
        }
        return writes;
    }

    /** Of two ways to say the same thing, the one that comes to more. */
    private static List<Attempt> worse(List<Attempt> one, List<Attempt> two) {
        return rank(two) > rank(one) ? two : one;
    }

    private static int rank(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return NONE;
        } else if (attempts.stream().anyMatch(attempt -> attempt.outcome() == Outcome.HOLE)) {
            return HOLE;
        } else if (attempts.stream().anyMatch(attempt -> attempt.outcome() == Outcome.UNTRIED)) {
            return ACCIDENT;
        }
        return attempts.size() > 1 ? REFUSED_EACH : REFUSED_AT_ONCE;
    }

    /** What the owner of a table can do to it. */
    List<Attempt> ddl(Assailant assailant) throws SQLException {
        Table table = field.ground().table();
        String alter = "alter table " + field.ground().sql();
        List<Attempt> attempts = new ArrayList<>();
        for (Trigger trigger : table.triggers()) {
            String name = Identifiers.quote(trigger.name());
            attempts.add(command(assailant, "DISABLE TRIGGER " + name, alter + " disable trigger " + name));
            attempts.add(command(
                    assailant,
                    "DROP TRIGGER " + name,
                    "drop trigger " + name + " on " + field.ground().sql()));
        }
        for (Rule rule : table.rules()) {
            String name = Identifiers.quote(rule.name());
            attempts.add(command(assailant, "DISABLE RULE " + name, alter + " disable rule " + name));
        }
        if (table.rowSecurity()) {
            attempts.add(command(assailant, "DISABLE ROW LEVEL SECURITY", alter + " disable row level security"));
        }
        for (Column column : Field.changing(table.columns()).stream().limit(1).toList()) {
            String name = Identifiers.quote(column.name());
            attempts.add(command(assailant, "DROP COLUMN " + name, alter + " drop column " + name + " cascade"));
        }
        attempts.add(command(assailant, "RENAME", alter + " rename to pgassay_renamed"));
        attempts.add(command(
                assailant,
                "CREATE RULE",
                "create rule pgassay_rule as on insert to " + field.ground().sql() + " do instead nothing"));
        attempts.add(
                command(assailant, "DROP TABLE", "drop table " + field.ground().sql() + " cascade"));
        return attempts;
    }
}
