package org.pgassay.check.part;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Check;
import org.pgassay.check.Names;
import org.pgassay.check.object.ObjectsSection;
import org.pgassay.check.object.ObjectsSection.ViewSpec;
import org.pgassay.check.structure.StatedSettings;
import org.pgassay.check.structure.StructureSection;
import org.pgassay.check.structure.StructureSection.RowSecuritySpec;
import org.pgassay.check.structure.StructureSection.TableSpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Expands the triggers, policies, rules and settings of a spec's tables to checks, in the spec's order. */
final class PartChecks {

    private static final String ALL = "all";

    private final Spec spec;
    private final Names names;
    private final Map<String, QualifiedName> tableByTrigger;
    private final Map<HostedKind, Map<QualifiedName, Set<String>>> named = new EnumMap<>(HostedKind.class);
    private final List<Check> checks = new ArrayList<>();

    PartChecks(Spec spec) {
        this.spec = spec;
        this.names = new Names(spec.schemas());
        this.tableByTrigger = PartPlanner.of(spec).tableByTrigger();
        for (HostedKind kind : HostedKind.values()) {
            named.put(kind, PartPlanner.named(spec, kind, tableByTrigger));
        }
    }

    List<Check> all() {
        spec.section(StructureSection.class).tables().forEach((written, table) -> {
            if (!table.absent()) {
                table(names.resolve(written), table);
            }
        });
        spec.section(ObjectsSection.class).views().forEach((written, view) -> {
            if (!view.absent()) {
                view(names.resolve(written), view);
            }
        });
        spec.section(PartSection.class).triggers().forEach((name, part) -> {
            QualifiedName host = tableByTrigger.get(name);
            if (host == null) {
                checks.add(new HostedAbsent(names, HostedKind.TRIGGER, null, name, part.location()));
            } else {
                checks.addAll(HostedParts.checks(names, HostedKind.TRIGGER, host, Map.of(name, part)));
            }
        });
        return List.copyOf(checks);
    }

    private void table(QualifiedName name, TableSpec table) {
        attributes(name, table);
        RowSecuritySpec security = table.rowSecurity();
        if (security != null && (security.enabled() != null || security.forced() != null)) {
            checks.add(new RowSecurity(names, name, security.enabled(), security.forced(), security.location()));
        }
        for (HostedKind kind : HostedKind.values()) {
            checks.addAll(HostedParts.checks(names, kind, name, PartPlanner.stated(kind, table)));
        }
        closed(HostedKind.TRIGGER, name, closedAt(table, "triggers"));
        closed(HostedKind.POLICY, name, closedAt(table, "policies"));
        closed(HostedKind.RULE, name, closedAt(table, "rules"));
    }

    private void view(QualifiedName name, ViewSpec view) {
        for (HostedKind kind : List.of(HostedKind.TRIGGER, HostedKind.RULE)) {
            checks.addAll(HostedParts.checks(names, kind, name, PartPlanner.stated(kind, view)));
            closed(kind, name, allClosedAt());
        }
    }

    private void closed(HostedKind kind, QualifiedName name, @Nullable Location at) {
        if (at != null) {
            checks.add(HostedParts.closed(names, kind, name, named.getOrDefault(kind, Map.of()), at));
        }
    }

    /** Where the spec says that it names all of a kind of a table's parts, of the table or of the whole database. */
    private @Nullable Location closedAt(TableSpec table, String key) {
        return table.closed().stream()
                .filter(each -> each.text().equals(key) || each.text().equals(ALL))
                .findFirst()
                .map(SourceText::location)
                .orElseGet(this::allClosedAt);
    }

    private @Nullable Location allClosedAt() {
        return spec.closesAll() ? spec.closes(ALL).orElse(null) : null;
    }

    private void attributes(QualifiedName name, TableSpec table) {
        Map<String, String> stated = TableFacts.stated(names, table);
        Location closedAt = closedAt(table, "options");
        if (closedAt != null) {
            checks.add(new TableAttributes(names, name, stated, columns(table), closedAt));
        } else if (!stated.isEmpty()) {
            checks.add(new TableAttributes(names, name, stated, null, table.location()));
        }
    }

    private static TableAttributes.Columns columns(TableSpec table) {
        Map<String, StatedSettings> settings = new LinkedHashMap<>();
        table.columns().forEach((column, part) -> {
            if (!part.absent()) {
                settings.put(column, StatedSettings.of(part));
            }
        });
        RowSecuritySpec security = table.rowSecurity();
        return new TableAttributes.Columns(
                settings,
                security != null && security.enabled() != null,
                security != null && security.forced() != null);
    }
}
