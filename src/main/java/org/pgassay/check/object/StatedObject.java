package org.pgassay.check.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.check.Names;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/**
 * An object that is no table, as a spec states it.
 *
 * @param name whose schema is empty if the object lives in none
 * @param arguments those of a function as the spec writes them; null for the other kinds
 * @param subject its name as subjects have it
 * @param location where the spec names it
 * @param comment the comment it must have; empty for none; null where the spec does not say
 * @param owner the role that must own it; null where the spec does not say
 * @param grants the privileges that roles must have on it, by role
 * @param absent whether it must not exist
 */
public record StatedObject(
        ObjectKind kind,
        QualifiedName name,
        @Nullable String arguments,
        String subject,
        Location location,
        @Nullable SourceText comment,
        @Nullable SourceText owner,
        Map<String, List<SourceText>> grants,
        boolean absent) {

    /** Copies the map. */
    public StatedObject {
        grants = Map.copyOf(grants);
    }

    /** All objects that a spec states, in the order of the kinds and then of the spec. */
    public static List<StatedObject> all(Spec spec) {
        Names names = new Names(spec.schemas());
        ObjectsSection section = spec.section(ObjectsSection.class);
        List<StatedObject> all = new ArrayList<>();
        for (ObjectSort sort : ObjectSort.values()) {
            section.of(sort.kind()).forEach((written, stated) -> all.add(of(names, sort, written, stated)));
        }
        StatedExtension.all(section).forEach(extension -> all.add(extension.object()));
        return List.copyOf(all);
    }

    static StatedObject of(Names names, ObjectSort sort, String written, ObjectsSection.Stated stated) {
        FunctionKey key = sort == ObjectSort.FUNCTION
                ? FunctionKey.parse(written).orElse(new FunctionKey(Routine.Kind.FUNCTION, written, ""))
                : null;
        String plain = key == null ? written : key.name();
        QualifiedName name = sort.inSchema() ? names.resolve(plain) : new QualifiedName("", written);
        return new StatedObject(
                sort.kind(),
                name,
                key == null ? null : key.arguments(),
                subject(names, sort, name) + (key == null ? "" : key.printedTypes()),
                stated.location(),
                stated.comment(),
                stated.owner(),
                stated.grants(),
                stated.absent());
    }

    /** The name as subjects have it, without a function's arguments. */
    static String subject(Names names, ObjectSort sort, QualifiedName name) {
        if (sort == ObjectSort.OTHER) {
            return name.name();
        }
        return sort.inSchema() ? names.subject(name) : Identifiers.quote(name.name());
    }

    /** A routine's name and argument types as subjects have them. */
    public static String subject(Names names, Routine routine) {
        String first = Identifiers.quote(names.schemas().get(0)) + ".";
        List<String> types = routine.argumentTypes().stream()
                .map(type -> type.startsWith(first) ? type.substring(first.length()) : type)
                .toList();
        return names.subject(routine.name()) + "(" + String.join(", ", types) + ")";
    }
}
