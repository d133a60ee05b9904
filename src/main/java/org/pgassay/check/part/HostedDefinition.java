package org.pgassay.check.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.Blueprint;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.ObjectRef;
import org.pgassay.spec.Location;
import org.pgassay.spec.Suggestions;

/**
 * A trigger, policy or rewrite rule must exist on its table or view, be defined as stated, and be enabled as stated.
 *
 * @param stated the spec's words
 * @param enabled when it must fire; without meaning for a policy
 */
record HostedDefinition(
        Names names,
        HostedKind kind,
        QualifiedName host,
        String name,
        String stated,
        Trigger.Enabled enabled,
        Location location)
        implements Check {

    static final String CHECK = "definition";

    @Override
    public String id() {
        return kind.id(CHECK);
    }

    @Override
    public String subject() {
        return names.subject(host, name);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG, Need.BLUEPRINT);
    }

    @Override
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        return kind.of(catalog, host).filter(parts -> parts.containsKey(name)).isPresent()
                ? Set.of(new ObjectRef(kind.kind(), subject()))
                : Set.of();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Catalog catalog = evidence.catalog();
        Optional<Map<String, Described>> parts = kind.of(catalog, host);
        Optional<Described> observed = parts.map(each -> each.get(name));
        if (parts.isEmpty()) {
            return List.of(missing(": " + Hosts.missing(catalog, host, names), stated, "no such table or view"));
        }
        Blueprint.Part part = new Blueprint.Part(host, kind.kind(), name);
        Optional<String> fault = evidence.blueprint().fault(part);
        if (fault.isPresent()) {
            return List.of(Finding.failed(
                    this,
                    phrase() + " cannot be as the spec states: " + fault.get() + ".",
                    "Create what the definition names in a migration, or mend the definition.",
                    stated,
                    observed.map(Hosts::print).orElse("no such " + kind.word())));
        }
        Described expected =
                enabled(Optional.ofNullable(evidence.blueprint().objects().get(part))
                        .orElseThrow(() -> new IllegalStateException("the blueprint lacks " + phrase())));
        if (observed.isEmpty()) {
            String why = Suggestions.didYouMean(name, List.copyOf(parts.get().keySet()));
            return List.of(missing(why, Hosts.print(expected), "no such " + kind.word()));
        }
        return List.of(compared(catalog, expected, observed.get()));
    }

    private Finding compared(Catalog catalog, Described expected, Described observed) {
        List<String> differences =
                new ArrayList<>(Hosts.differences(expected, observed).values());
        if (!differences.isEmpty()) {
            return Finding.failed(
                            this,
                            phrase() + " " + String.join(", and ", differences) + ": " + effect() + ".",
                            "Drop and create it in a migration" + (kind == HostedKind.POLICY ? "" : ", or enable it")
                                    + ", or correct the spec.",
                            Hosts.print(expected),
                            Hosts.print(observed))
                    .with(differences);
        }
        List<String> otherwise = otherwiseOnPartitions(catalog, observed);
        if (!otherwise.isEmpty()) {
            return Finding.failed(
                            this,
                            phrase() + " is as stated, but not on every partition: " + String.join("; ", otherwise)
                                    + ".",
                            "Enable the trigger on each partition with ALTER TABLE … ENABLE TRIGGER in a migration.",
                            Hosts.print(expected),
                            String.join("; ", otherwise))
                    .with(otherwise);
        }
        return Finding.passed(this, phrase() + " is as stated.", Hosts.print(observed), 1);
    }

    /** A trigger for each row fires by its copies on the partitions, and each of them can be disabled on its own. */
    private List<String> otherwiseOnPartitions(Catalog catalog, Described observed) {
        List<String> otherwise = new ArrayList<>();
        if (observed instanceof Trigger trigger && trigger.definition().contains(" FOR EACH ROW ")) {
            partitions(catalog, host, trigger, otherwise);
        }
        return otherwise;
    }

    private void partitions(Catalog catalog, QualifiedName parent, Trigger trigger, List<String> otherwise) {
        for (Table table : catalog.tables()) {
            if (!parent.equals(table.partitionOf())) {
                continue;
            }
            Optional<Trigger> clone = table.triggers().stream()
                    .filter(each -> each.name().equals(trigger.name()))
                    .findFirst();
            if (clone.isEmpty()) {
                otherwise.add(names.subject(table.name()) + " has no copy of it");
            } else if (clone.get().enabled() != trigger.enabled()) {
                otherwise.add("on " + names.subject(table.name()) + " it "
                        + (clone.get().enabled() == Trigger.Enabled.DISABLED
                                ? "is disabled"
                                : "is enabled " + clone.get().enabled()));
            }
            partitions(catalog, table.name(), trigger, otherwise);
        }
    }

    private Finding missing(String why, String expected, String observed) {
        return Finding.failed(
                this,
                phrase() + " does not exist" + why + ": " + effect() + ".",
                "Create it in a migration, or take it out of the spec.",
                expected,
                observed);
    }

    private Described enabled(Described part) {
        if (part instanceof Trigger trigger) {
            return new Trigger(trigger.name(), trigger.definition(), enabled, trigger.comment());
        } else if (part instanceof Rule rule) {
            return new Rule(rule.name(), rule.definition(), enabled, rule.comment());
        }
        return part;
    }

    private String phrase() {
        return "the " + kind.word() + " " + subject();
    }

    private String effect() {
        return switch (kind) {
            case TRIGGER -> "what it is to do on a write may not happen";
            case POLICY -> "rows may be seen or written by those who must not";
            case RULE -> "statements on " + names.subject(host) + " may do something else than is meant";
        };
    }
}
