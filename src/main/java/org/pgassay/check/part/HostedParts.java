package org.pgassay.check.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.Blueprint;
import org.pgassay.check.Check;
import org.pgassay.check.Definition;
import org.pgassay.check.Names;
import org.pgassay.check.StructurePlan.PlannedObject;
import org.pgassay.check.structure.Spelling;
import org.pgassay.check.structure.StructureSection.HostedSpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.sql.SqlSyntaxException;

/** The triggers, policies and rewrite rules that a spec states of one table or view: planned, and expanded to checks. */
public final class HostedParts {

    private HostedParts() {}

    /**
     * Plans the parts of one kind.
     *
     * @param stated by name
     * @param planned takes what is to be made
     * @param problems takes what is wrong with the spec
     */
    public static void plan(
            HostedKind kind,
            QualifiedName host,
            Map<String, HostedSpec> stated,
            List<PlannedObject> planned,
            List<Problem> problems) {
        stated.forEach((name, part) -> {
            String fault = Spelling.fault(name);
            if (!fault.isEmpty()) {
                problems.add(new Problem(part.location(), fault));
            } else if (!part.absent()) {
                try {
                    HostedDdl ddl = HostedDdl.of(kind, name, part.is());
                    planned.add(
                            new PlannedObject(new Blueprint.Part(host, kind.kind(), name), ddl.before(), ddl.after()));
                } catch (SqlSyntaxException e) {
                    problems.add(Definition.problem(part.is(), e));
                }
            }
        });
    }

    /** The checks of the parts of one kind. */
    public static List<Check> checks(Names names, HostedKind kind, QualifiedName host, Map<String, HostedSpec> stated) {
        List<Check> checks = new ArrayList<>();
        stated.forEach((name, part) -> checks.add(
                part.absent()
                        ? new HostedAbsent(names, kind, host, name, part.location())
                        : new HostedDefinition(
                                names,
                                kind,
                                host,
                                name,
                                part.is().text(),
                                part.enabled() == null ? Trigger.Enabled.ORIGIN : part.enabled(),
                                part.location())));
        return checks;
    }

    /**
     * The check that the spec names all parts of a kind.
     *
     * @param named all that the spec names, by table or view
     */
    public static Check closed(
            Names names, HostedKind kind, QualifiedName host, Map<QualifiedName, Set<String>> named, Location at) {
        return new HostedClosed(names, kind, host, named, at);
    }
}
