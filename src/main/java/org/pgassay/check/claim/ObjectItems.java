package org.pgassay.check.claim;

import static org.pgassay.check.claim.Measure.flag;
import static org.pgassay.check.claim.Measure.item;
import static org.pgassay.check.claim.Measure.word;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Rule;
import org.pgassay.check.Evidence;
import org.pgassay.check.claim.Measure.Item;

/** Lists what a claim can count beside tables and what belongs to them. */
final class ObjectItems {

    static final List<String> OF_GRANTS = List.of("role", "privilege", "kind", "grantable");

    private ObjectItems() {}

    static Function<Evidence, Stream<Item>> routines(Routine.Kind kind) {
        return evidence -> evidence.catalog().routines().stream()
                .filter(routine -> routine.kind() == kind)
                .map(routine -> item(
                        routine.name().schema(),
                        routine.name().name(),
                        Map.of("language", List.of(routine.language()))));
    }

    static Function<Evidence, Stream<Item>> objects(ObjectKind kind) {
        return evidence -> evidence.catalog().objects().stream()
                .filter(object -> object.kind() == kind)
                .map(object -> item(Objects.requireNonNullElse(object.schema(), ""), object.name(), Map.of()));
    }

    static Stream<Item> rules(Evidence evidence) {
        return Stream.concat(
                evidence.catalog().tables().stream()
                        .flatMap(table -> table.rules().stream().map(rule -> rule(table.name(), rule))),
                evidence.catalog().views().stream()
                        .flatMap(view -> view.rules().stream().map(rule -> rule(view.name(), rule))));
    }

    private static Item rule(QualifiedName host, Rule rule) {
        return item(
                host.schema(),
                rule.name(),
                Map.of("table", List.of(host.name()), "enabled", List.of(word(rule.enabled()))));
    }

    /** A privilege of a role on an object is one grant; the name is the object's. */
    static Stream<Item> grants(Evidence evidence) {
        var catalog = evidence.catalog();
        return Stream.of(
                        catalog.tables().stream().flatMap(each -> grants("table", each.name(), each.grants())),
                        catalog.views().stream().flatMap(each -> grants("view", each.name(), each.grants())),
                        catalog.sequences().stream().flatMap(each -> grants("sequence", each.name(), each.grants())),
                        catalog.routines().stream().flatMap(each -> grants("function", each.name(), each.grants())),
                        catalog.types().stream().flatMap(each -> grants("type", each.name(), each.grants())),
                        catalog.namespaces().stream()
                                .flatMap(each -> grants(
                                        "schema", new QualifiedName(each.name(), each.name()), each.grants())))
                .flatMap(stream -> stream);
    }

    private static Stream<Item> grants(String kind, QualifiedName object, List<Grant> grants) {
        return grants.stream()
                .map(grant -> item(
                        object.schema(),
                        object.name(),
                        Map.of(
                                "role",
                                List.of(grant.role()),
                                "privilege",
                                List.of(grant.privilege().toLowerCase(Locale.ROOT)),
                                "kind",
                                List.of(kind),
                                "grantable",
                                flag(grant.grantable()))));
    }

    static Stream<Item> defaultPrivileges(Evidence evidence) {
        return evidence.catalog().defaultPrivileges().stream()
                .map(each -> item(
                        Objects.requireNonNullElse(each.schema(), ""),
                        each.role() + " on " + each.objects().toLowerCase(Locale.ROOT),
                        Map.of(
                                "role",
                                List.of(each.role()),
                                "on",
                                List.of(each.objects().toLowerCase(Locale.ROOT)))));
    }
}
