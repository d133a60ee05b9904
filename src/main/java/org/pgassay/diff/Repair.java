package org.pgassay.diff;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Glob;
import org.pgassay.ddl.Alteration;
import org.pgassay.ddl.DdlStatement;

/** The SQL that would bring the right side to the left one. */
public final class Repair {

    private final List<Glob> ignored;
    private final String home;

    private Repair(List<Exemption> exemptions, String home) {
        this.ignored = exemptions.stream()
                .map(exemption -> Glob.of(exemption.written()))
                .toList();
        this.home = home;
    }

    /** The statements, in the order in which they can run; none for what is left out. */
    public static List<DdlStatement> of(Side left, Side right, List<Exemption> exemptions, String home) {
        Repair repair = new Repair(exemptions, home);
        return Alteration.between(repair.kept(right.catalog()), repair.kept(left.catalog())).stream()
                .filter(statement -> !repair.ignores(statement))
                .toList();
    }

    private boolean ignores(Difference.Key key) {
        return ignored.stream().anyMatch(glob -> Exemption.covers(glob, key, home));
    }

    /** A part of what is kept: told by its name alone. */
    private boolean ignores(DdlStatement statement) {
        String prefix = Identifiers.quote(home) + ".";
        String name = statement.object().startsWith(prefix)
                ? statement.object().substring(prefix.length())
                : statement.object();
        return ignored.stream()
                .anyMatch(glob ->
                        glob.matches(name) || glob.matches(statement.kind().word() + " " + name));
    }

    private <T> Predicate<T> free(ObjectKind kind, Function<T, QualifiedName> name) {
        return each -> !ignores(Difference.Key.of(kind, name.apply(each)));
    }

    private Catalog kept(Catalog catalog) {
        if (ignored.isEmpty()) {
            return catalog;
        }
        return new Catalog(
                catalog.schemas(),
                catalog.tables().stream()
                        .filter(free(ObjectKind.TABLE, each -> each.name()))
                        .toList(),
                catalog.views().stream()
                        .filter(each -> !ignores(Difference.Key.of(
                                each.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, each.name())))
                        .toList(),
                catalog.sequences().stream()
                        .filter(free(ObjectKind.SEQUENCE, each -> each.name()))
                        .toList(),
                catalog.routines(),
                catalog.types().stream()
                        .filter(free(ObjectKind.TYPE, each -> each.name()))
                        .toList(),
                catalog.extensions(),
                catalog.namespaces(),
                catalog.otherSchemas(),
                catalog.objects(),
                catalog.defaultPrivileges());
    }
}
