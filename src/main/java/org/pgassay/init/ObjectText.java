package org.pgassay.init;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.UserType;
import org.pgassay.catalog.View;
import org.pgassay.check.Names;
import org.pgassay.check.ObjectFragments;
import org.pgassay.check.object.Body;
import org.pgassay.spec.YamlText.Fields;

/** Writes the definitions of objects that are no tables, in the short spelling. */
final class ObjectText {

    /** Longer bodies are stated by their digest: a spec is read by people. */
    private static final int LINES = 15;

    private static final Pattern HOST =
            Pattern.compile("(?s) ON (?:\"(?:[^\"]|\"\")+\"|[^\\s\".]+)\\.(?:\"(?:[^\"]|\"\")+\"|[^\\s\".]+)(?=\\s)");
    private static final Pattern TARGET =
            Pattern.compile("(?s) TO (?:\"(?:[^\"]|\"\")+\"|[^\\s\".]+)\\.(?:\"(?:[^\"]|\"\")+\"|[^\\s\".]+)(?=\\s)");

    private static final Pattern STANDARD = Pattern.compile("(?i)^(RETURN |BEGIN ATOMIC)");

    private ObjectText() {}

    static String view(View view) {
        String query = SqlText.lower(view.definition().strip().replaceAll(";$", ""));
        String full = ObjectFragments.view(view);
        int as = full.indexOf("as " + view.definition().strip().replaceAll(";$", ""));
        String head = full.substring(0, as).replaceFirst("^\\((?:\"(?:[^\"]|\"\")+\"|[^\"()])*\\) ?", "");
        return head.isEmpty() ? query : head + "as " + query;
    }

    /** A sequence, with the options that are not the defaults of its type. */
    static String sequence(Sequence sequence) {
        boolean down = sequence.increment() < 0;
        long minimum = down ? -sequence.largest() - 1 : 1;
        long maximum = down ? -1 : sequence.largest();
        StringBuilder sql = new StringBuilder();
        append(sql, "unlogged", sequence.unlogged());
        append(sql, "as " + sequence.type(), !sequence.type().equals("bigint"));
        append(
                sql,
                "start with " + sequence.start(),
                sequence.start() != (down ? sequence.maximum() : sequence.minimum()));
        append(sql, "increment by " + sequence.increment(), sequence.increment() != 1);
        append(sql, "minvalue " + sequence.minimum(), sequence.minimum() != minimum);
        append(sql, "maxvalue " + sequence.maximum(), sequence.maximum() != maximum);
        append(sql, "cache " + sequence.cache(), sequence.cache() != 1);
        append(sql, "cycle", sequence.cycle());
        append(sql, "owned by " + sequence.ownedBy(), sequence.ownedBy() != null);
        return sql.toString().strip();
    }

    private static void append(StringBuilder sql, String words, boolean needed) {
        if (needed) {
            sql.append(words).append(' ');
        }
    }

    static String type(UserType type) {
        String fragment = ObjectFragments.type(type);
        return type.kind() == UserType.Kind.ENUM ? fragment : SqlText.lower(fragment);
    }

    /** A function: what it is in {@code is}, and its body or the body's digest. */
    static Fields routine(Routine routine) {
        boolean text = routine.kind() != Routine.Kind.AGGREGATE
                && !isStandard(routine)
                && !List.of("c", "internal").contains(routine.language());
        Fields fields = new Fields();
        if (!text) {
            return fields.put("is", ObjectFragments.function(routine));
        }
        String body = Body.stripped(routine.body());
        return fields.put("is", ObjectFragments.functionWithoutBody(routine))
                .put("body", body.lines().count() > LINES ? Body.hash(body) : body);
    }

    /** Whether the body is of the SQL standard's form, which PostgreSQL keeps parsed. */
    private static boolean isStandard(Routine routine) {
        return routine.language().equals("sql")
                && STANDARD.matcher(routine.body()).find();
    }

    static String subject(Routine routine, Names names) {
        return names.subject(routine.name()) + "(" + String.join(", ", routine.argumentTypes()) + ")";
    }

    static String signature(Routine routine, Names names) {
        return ObjectFragments.functionKey(SpecNames.function(names, routine.name()), routine);
    }

    static String policy(Policy policy) {
        boolean everybody = policy.roles().equals(List.of("PUBLIC"));
        String fragment = ObjectFragments.policy(policy);
        String without = fragment.replaceFirst("for all ", "");
        return everybody ? without.replaceFirst("to public ?", "") : without;
    }

    static Fields triggers(List<Trigger> triggers) {
        Fields fields = new Fields();
        for (Trigger trigger : triggers) {
            String is = trigger(trigger);
            fields.put(
                    trigger.name(),
                    trigger.enabled() == Trigger.Enabled.ORIGIN
                            ? TableText.part(is, trigger.comment())
                            : new Fields()
                                    .put("is", is)
                                    .put("enabled", enabled(trigger.enabled()))
                                    .put("comment", trigger.comment()));
        }
        return fields;
    }

    /** What pg_get_triggerdef prints without the trigger's and the table's names. */
    private static String trigger(Trigger trigger) {
        String printed = trigger.definition();
        boolean constraint = printed.startsWith("CREATE CONSTRAINT ");
        String head = (constraint ? "CREATE CONSTRAINT TRIGGER " : "CREATE TRIGGER ")
                + Identifiers.quote(trigger.name()) + " ";
        String rest = printed.substring(head.length());
        return SqlText.lower(
                (constraint ? "constraint " : "") + HOST.matcher(rest).replaceFirst(""));
    }

    static Fields rules(List<Rule> rules) {
        Fields fields = new Fields();
        for (Rule rule : rules) {
            String is = SqlText.lower(
                    TARGET.matcher(rule.definition().strip()).replaceFirst("").replaceAll(";$", ""));
            fields.put(
                    rule.name(),
                    rule.enabled() == Trigger.Enabled.ORIGIN
                            ? TableText.part(is, rule.comment())
                            : new Fields()
                                    .put("is", is)
                                    .put("enabled", enabled(rule.enabled()))
                                    .put("comment", rule.comment()));
        }
        return fields;
    }

    static String enabled(Trigger.Enabled enabled) {
        return enabled.name().toLowerCase(Locale.ROOT);
    }

    static String object(DatabaseObject object) {
        return switch (object.kind()) {
            case STATISTICS, EVENT_TRIGGER, PUBLICATION, FOREIGN_SERVER -> SqlText.lower(object.definition());
            case COLLATION, OTHER -> object.definition();
            case SCHEMA,
                    TABLE,
                    COLUMN,
                    INDEX,
                    CONSTRAINT,
                    TRIGGER,
                    POLICY,
                    RULE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    FUNCTION,
                    TYPE,
                    EXTENSION,
                    DEFAULT_PRIVILEGES ->
                throw new IllegalArgumentException(object.kind() + " has a record of its own");
        };
    }
}
