package org.pgassay.probe.immutability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the catalog says of ways that lead to a table, and of its guards. */
final class Ways {

    /** The table, its parents and children, and all views over any of them. */
    private static final String RELATED = """
            with recursive up as (
              select %1$s::pg_catalog.oid as oid
              union select i.inhparent from pg_catalog.pg_inherits i join up on up.oid = i.inhrelid
            ), down as (
              select oid from up
              union select i.inhrelid from pg_catalog.pg_inherits i join down on down.oid = i.inhparent
            ), views as (
              select oid from down
              union
              select r.ev_class from pg_catalog.pg_depend d
              join pg_catalog.pg_rewrite r on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = r.oid
              join views v on d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = v.oid
            )
            """;

    /** Functions of the schemas that are not PostgreSQL's, in a fixed order. */
    private static final String CALLABLE = """
            select coalesce(%s, '') from pg_catalog.pg_proc p join pg_catalog.pg_namespace s on s.oid = p.pronamespace
            where s.nspname not in ('pg_catalog', 'information_schema', 'pgassay_probe')
              and not exists (select from pg_catalog.pg_depend d
                              where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
            order by p.oid
            """;

    private final Ground ground;
    private final String related;
    private final Set<String> guards;
    private final Set<String> names;

    Ways(Ground ground) throws SQLException {
        this.ground = ground;
        this.related = RELATED.formatted(Ground.oid(ground.table().name()));
        this.guards = new HashSet<>(ground.column(related + """
                select p.proname from pg_catalog.pg_trigger t join pg_catalog.pg_proc p on p.oid = t.tgfoid
                where not t.tgisinternal and t.tgrelid in (select oid from views)
                union
                select p.proname from pg_catalog.pg_event_trigger e join pg_catalog.pg_proc p on p.oid = e.evtfoid
                """));
        this.names = new HashSet<>(ground.column(
                related + "select relname from pg_catalog.pg_class where oid in (select oid from views)"));
    }

    /** The names of the functions of the triggers on the table and what belongs to it, and of event triggers. */
    Set<String> guards() {
        return guards;
    }

    /** The names of the table and of what belongs to it. */
    Set<String> names() {
        return names;
    }

    /** The views over the table, by name. */
    List<String> views() throws SQLException {
        return ground.column(related + """
                select pg_catalog.format('%I.%I', n.nspname, c.relname)
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.oid in (select oid from views) and c.relkind = 'v' order by 1
                """);
    }

    /** The other tables that have rules which mention the table or a view over it. */
    List<String> ruled() throws SQLException {
        return ground.column(related + """
                select pg_catalog.format('%I.%I', n.nspname, c.relname)
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.oid in (select oid from views except select oid from down) and c.relkind in ('r', 'p') order by 1
                """);
    }

    /** The tables of which it is a partition or child, by name. */
    List<String> above() throws SQLException {
        return ground.column(
                related + """
                select pg_catalog.format('%I.%I', n.nspname, c.relname)
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.oid in (select oid from up)
                """ + " and c.oid <> " + Ground.oid(ground.table().name()) + " order by 1");
    }

    /** The partitions and children of the table, by name. */
    List<String> below() throws SQLException {
        return ground.column("""
                with recursive down as (
                  select %1$s::pg_catalog.oid as oid
                  union select i.inhrelid from pg_catalog.pg_inherits i join down on down.oid = i.inhparent)
                select pg_catalog.format('%%I.%%I', n.nspname, c.relname)
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.oid in (select oid from down) and c.oid <> %1$s and c.relkind in ('r', 'p') order by 1
                """.formatted(Ground.oid(ground.table().name())));
    }

    /** The tables that the table refers to, straight or through others. */
    List<String> referred() throws SQLException {
        return ground.column("""
                with recursive referred as (
                  select confrelid as oid from pg_catalog.pg_constraint where contype = 'f' and conrelid = %1$s
                  union
                  select c.confrelid from pg_catalog.pg_constraint c join referred r on r.oid = c.conrelid
                  where c.contype = 'f')
                select pg_catalog.format('%%I.%%I', n.nspname, c.relname)
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.oid in (select oid from referred) and c.oid <> %1$s order by 1
                """.formatted(Ground.oid(ground.table().name())));
    }

    /** The triggers of the table that a session which says that it replicates does not fire. */
    List<String> notAlways() throws SQLException {
        return ground.column("""
                select pg_catalog.quote_ident(tgname) from pg_catalog.pg_trigger
                where not tgisinternal and tgenabled <> 'A' and tgrelid = %s order by 1
                """.formatted(Ground.oid(ground.table().name())));
    }

    /** The source of the table's guards, its trigger functions, policies and rules, and of the functions that they call. */
    String guardSource() throws SQLException {
        StringBuilder source = new StringBuilder(ownSource());
        List<String> names = ground.column(CALLABLE.formatted("p.proname"));
        List<String> bodies = ground.column(CALLABLE.formatted("p.prosrc"));
        Set<Integer> taken = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < names.size(); i++) {
                if (!taken.contains(i) && word(source.toString(), names.get(i))) {
                    taken.add(i);
                    source.append('\n').append(bodies.get(i));
                    more = true;
                }
            }
        }
        return source.toString();
    }

    /** The names of the functions that have a statement which changes rows of the table. */
    Set<String> changers() throws SQLException {
        List<String> names = ground.column(CALLABLE.formatted("p.proname"));
        List<String> bodies = ground.column(CALLABLE.formatted("p.prosrc"));
        Set<String> changers = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (changes(bodies.get(i))) {
                changers.add(names.get(i));
            }
        }
        return changers;
    }

    private String ownSource() throws SQLException {
        return String.join("\n", ground.column(related + """
                select p.prosrc from pg_catalog.pg_proc p where exists (
                  select from pg_catalog.pg_trigger t
                  where t.tgfoid = p.oid and not t.tgisinternal and t.tgrelid in (select oid from down))
                union all
                select pg_catalog.pg_get_triggerdef(t.oid) from pg_catalog.pg_trigger t
                where not t.tgisinternal and t.tgqual is not null and t.tgrelid in (select oid from down)
                union all
                select coalesce(pg_catalog.pg_get_expr(polqual, polrelid), '') || ' '
                  || coalesce(pg_catalog.pg_get_expr(polwithcheck, polrelid), '')
                from pg_catalog.pg_policy where polrelid in (select oid from down)
                """));
    }

    /** Whether a text has a statement that changes rows of the table, or of what belongs to it. */
    boolean changes(String text) {
        return names.stream()
                .map(name -> "(?:(?:\"[^\"]+\"|\\w+)\\s*\\.\\s*)?\"?" + Pattern.quote(name) + "(?![\\w$])")
                .anyMatch(name -> Pattern.compile(
                                "\\b(?:(?:update|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?)\\s+(?:only\\s+)?"
                                        + name + "|insert\\s+into\\s+" + name + "[^;]*\\bon\\s+conflict\\b)",
                                Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                        .matcher(text)
                        .find());
    }

    /** Whether a text puts a statement together that may change rows of any table. */
    static boolean composes(String text) {
        return word(text, "execute") && writes(text);
    }

    /** Whether a text mentions the table, or what belongs to it, as a word. */
    boolean mentions(String text) {
        return names.stream().anyMatch(name -> word(text, name));
    }

    /** The words that change rows, in any text. */
    static boolean writes(String text) {
        return Pattern.compile("\\b(update|delete|truncate|merge|conflict)\\b")
                .matcher(text.toLowerCase(Locale.ROOT))
                .find();
    }

    static boolean word(String text, String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }

    /** Strings in a text. */
    static Set<String> literals(String text) {
        Set<String> found = new LinkedHashSet<>();
        var matcher = Pattern.compile("'((?:[^']|'')*)'").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1).replace("''", "'"));
        }
        return found;
    }

    /** The settings that a text asks for. */
    static List<String> settings(String text) {
        List<String> found = new ArrayList<>();
        var matcher = Pattern.compile("current_setting\\s*\\(\\s*'([^']+)'", Pattern.CASE_INSENSITIVE)
                .matcher(text);
        while (matcher.find()) {
            if (!found.contains(matcher.group(1))) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }
}
