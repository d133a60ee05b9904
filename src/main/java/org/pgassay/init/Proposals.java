package org.pgassay.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.Names;
import org.pgassay.check.rule.Rules;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameter;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;
import org.pgassay.spec.YamlText.Fields;
import org.pgassay.spec.YamlText.Plain;

/**
 * What a schema seems to mean beside what it is: the rules that it keeps already, which columns tell tenants apart, which
 * tables refuse changes.
 */
final class Proposals {

    private static final Pattern REFUSES = Pattern.compile("(?is)\\braise\\s+(exception|sqlstate)|\\braise\\s+'");
    private static final Pattern TENANT =
            Pattern.compile("(tenant|organi[sz]ation|org|account|company|workspace|customer|client)(_?id|_?uuid)");
    private static final Pattern SETTING = Pattern.compile("current_setting\\('([a-zA-Z0-9_.]+)'");
    private static final int FEW = 3;

    private final Catalog catalog;
    private final Names names;
    private final int majorVersion;

    Proposals(Catalog catalog, Names names, int majorVersion) {
        this.catalog = catalog;
        this.names = names;
        this.majorVersion = majorVersion;
    }

    /** The rules that hold already; a rule that has nothing to look at is not among them. */
    Fields kept() {
        Fields fields = new Fields();
        for (Rule rule : judgeable()) {
            List<Judged> judged = judge(rule);
            if (!judged.isEmpty() && judged.stream().allMatch(Judged::holds)) {
                fields.put(rule.id(), new Plain("true"));
            }
        }
        return fields;
    }

    /** Rules that need nothing but the catalog, and no parameter. */
    private static List<Rule> judgeable() {
        return Rules.all().stream()
                .filter(rule -> rule.needs().isEmpty()
                        && rule.parameters().stream().noneMatch(Parameter::required)
                        && rule.problems(Parameters.NONE).isEmpty())
                .toList();
    }

    private List<Judged> judge(Rule rule) {
        return rule.judge(new Scope(catalog, names, majorVersion, Parameters.NONE));
    }

    /** Comment lines for the end of the spec; empty if there is nothing to propose. */
    String comments() {
        List<String> lines = new ArrayList<>();
        lines.addAll(nearly());
        lines.addAll(tenancy());
        lines.addAll(immutability());
        StringBuilder text = new StringBuilder();
        if (!lines.isEmpty()) {
            text.append("\n# What the schema seems to mean. Take over what is meant, strike out the rest.\n");
            lines.forEach(line -> text.append(line.isEmpty() ? "#" : "# " + line.replaceAll("\\R", " "))
                    .append('\n'));
        }
        return text.toString();
    }

    private List<String> nearly() {
        List<String> lines = new ArrayList<>();
        for (Rule rule : judgeable()) {
            List<Judged> judged = judge(rule);
            List<String> breaches = judged.stream()
                    .filter(each -> !each.holds())
                    .map(each -> each.object().name())
                    .toList();
            if (!breaches.isEmpty() && breaches.size() <= FEW && breaches.size() * 5 <= judged.size()) {
                lines.add("rules.%s holds for %d of %d; not for %s"
                        .formatted(
                                rule.id(),
                                judged.size() - breaches.size(),
                                judged.size(),
                                String.join(", ", breaches)));
            }
        }
        if (!lines.isEmpty()) {
            lines.add(0, "Rules that are nearly kept:");
            lines.add("");
        }
        return lines;
    }

    /** The column that most tables have and that refers to one table, or is named as such columns are. */
    private List<String> tenancy() {
        Map<String, Set<QualifiedName>> holders = new TreeMap<>();
        Map<String, Set<String>> roots = new TreeMap<>();
        for (Table table : catalog.tables()) {
            table.columns().stream()
                    .map(Column::name)
                    .filter(column ->
                            TENANT.matcher(column.toLowerCase(Locale.ROOT)).matches())
                    .forEach(column -> holders.computeIfAbsent(column, key -> new TreeSet<>())
                            .add(table.name()));
            table.constraints().forEach(constraint -> {
                ForeignKey key = constraint.foreignKey();
                if (key != null && constraint.columns().size() == 1) {
                    roots.computeIfAbsent(constraint.columns().get(0), name -> new TreeSet<>())
                            .add(names.subject(key.table(), key.columns().get(0)));
                }
            });
        }
        Map<String, Set<QualifiedName>> columns = new TreeMap<>(holders);
        columns.values()
                .removeIf(tables -> tables.size() < 3
                        || tables.size() * 5 < catalog.tables().size());
        return columns.isEmpty() ? List.of() : tenancy(columns, roots);
    }

    private List<String> tenancy(Map<String, Set<QualifiedName>> columns, Map<String, Set<String>> roots) {
        List<String> lines = new ArrayList<>();
        Set<QualifiedName> covered = new TreeSet<>();
        List<String> targets = new ArrayList<>();
        columns.forEach((column, tables) -> {
            covered.addAll(tables);
            Set<String> root = roots.getOrDefault(column, Set.of());
            targets.add(column + ": " + (root.size() == 1 ? root.iterator().next() : "TABLE.COLUMN"));
            lines.add("%d of %d tables have %s."
                    .formatted(tables.size(), catalog.tables().size(), column));
        });
        List<String> exempt = catalog.tables().stream()
                .map(Table::name)
                .filter(table -> !covered.contains(table))
                .map(names::subject)
                .toList();
        lines.add("tenancy:");
        lines.add("  columns: {" + String.join(", ", targets) + "}");
        if (!exempt.isEmpty()) {
            lines.add("  exempt: {%s: WHY}".formatted(String.join(": WHY, ", exempt)));
        }
        lines.add(isolation(covered));
        lines.add("");
        return lines;
    }

    /** What keeps the tenants apart: row security that asks for a setting, or the application's queries. */
    private String isolation(Set<QualifiedName> tables) {
        List<Table> guarded = catalog.tables().stream()
                .filter(table -> tables.contains(table.name()) && table.rowSecurity())
                .toList();
        if (guarded.isEmpty()) {
            return "  isolation: by-query";
        }
        Stream<String> conditions = guarded.stream()
                .flatMap(table -> table.policies().stream())
                .flatMap(policy -> Stream.of(String.valueOf(policy.using()), String.valueOf(policy.withCheck())));
        Stream<String> bodies = catalog.routines().stream().map(Routine::body);
        String setting = Stream.concat(conditions, bodies)
                .map(SETTING::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("SETTING");
        return "  context: \"select set_config('" + setting + "', :tenant, true)\"";
    }

    /** Tables with a trigger whose function refuses to let rows be changed or deleted. */
    private List<String> immutability() {
        List<String> lines = new ArrayList<>();
        for (Table table : catalog.tables()) {
            Set<String> refused = new TreeSet<>();
            for (Trigger trigger : table.triggers()) {
                if (trigger.enabled() != Trigger.Enabled.DISABLED && refuses(trigger)) {
                    String events = trigger.definition()
                            .substring(0, trigger.definition().indexOf(" ON "));
                    List.of("UPDATE", "DELETE", "TRUNCATE").stream()
                            .filter(events::contains)
                            .map(event -> event.toLowerCase(Locale.ROOT))
                            .forEach(refused::add);
                }
            }
            if (!refused.isEmpty()) {
                lines.add("  %s: {forbid: [%s]}".formatted(key(table.name()), String.join(", ", refused)));
            }
        }
        if (!lines.isEmpty()) {
            lines.add(0, "immutability:");
        }
        return lines;
    }

    /** A name as a key of the spec. */
    private String key(QualifiedName table) {
        String name = names.subject(table);
        return name.matches("[A-Za-z0-9_.]+") ? name : "'" + name.replace("'", "''") + "'";
    }

    private boolean refuses(Trigger trigger) {
        return trigger.definition().contains(" BEFORE ")
                && catalog.routines().stream()
                        .filter(routine -> trigger.definition()
                                .contains(" EXECUTE FUNCTION " + routine.name().sql() + "("))
                        .map(Routine::body)
                        .anyMatch(body -> REFUSES.matcher(body).find());
    }
}
