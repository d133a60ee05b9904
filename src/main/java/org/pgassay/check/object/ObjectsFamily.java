package org.pgassay.check.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.check.object.ObjectsSection.MaterializedViewSpec;
import org.pgassay.check.object.ObjectsSection.Stated;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Views, sequences, functions, types, extensions and all further objects that are no tables. */
public final class ObjectsFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/object/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(ObjectsSection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        List<CheckKind> kinds = new ArrayList<>();
        for (ObjectSort sort : ObjectSort.values()) {
            kinds.add(
                    sort == ObjectSort.EXTENSION
                            ? new CheckKind(ExtensionVersion.ID, ExtensionVersion.class)
                            : new CheckKind(sort.id(ObjectDefinition.KIND), ObjectDefinition.class));
            if (sort == ObjectSort.MATERIALIZED_VIEW) {
                kinds.add(new CheckKind(MaterializedViewIndex.ID, MaterializedViewIndex.class));
            }
            kinds.add(new CheckKind(sort.id(ObjectAbsent.KIND), ObjectAbsent.class));
            kinds.add(new CheckKind(sort.id(ObjectsClosed.KIND), ObjectsClosed.class));
        }
        return List.copyOf(kinds);
    }

    @Override
    public List<Problem> problems(Spec spec) {
        return ObjectPlanner.problems(spec);
    }

    @Override
    public List<Check> checks(Spec spec) {
        Names names = new Names(spec.schemas());
        ObjectsSection section = spec.section(ObjectsSection.class);
        List<Check> checks = new ArrayList<>();
        for (ObjectSort sort : ObjectSort.values()) {
            Set<StatedObject> named = new LinkedHashSet<>();
            Map<StatedObject, FunctionKey> keys = new LinkedHashMap<>();
            section.of(sort.kind()).forEach((written, stated) -> {
                StatedObject object = StatedObject.of(names, sort, written, stated);
                FunctionKey key =
                        sort == ObjectSort.FUNCTION ? FunctionKey.parse(written).orElseThrow() : null;
                if (!stated.absent()) {
                    named.add(object);
                }
                if (key != null) {
                    keys.put(object, key);
                }
                checks.add(check(names, sort, object, stated, key));
                parts(names, object, stated, checks);
            });
            if (sort == ObjectSort.EXTENSION) {
                StatedExtension.all(section).forEach(each -> checks.add(extension(names, each)));
            }
            spec.closes(sort.kind().plural())
                    .ifPresent(at ->
                            checks.add(new ObjectsClosed(names, sort, named, keys, extensions(spec, section), at)));
        }
        return List.copyOf(checks);
    }

    private static Check check(
            Names names, ObjectSort sort, StatedObject object, Stated stated, @Nullable FunctionKey key) {
        return stated.absent()
                ? new ObjectAbsent(names, sort, object, key)
                : new ObjectDefinition(names, sort, object, stated, key);
    }

    private static Check extension(Names names, StatedExtension extension) {
        return extension.absent()
                ? new ObjectAbsent(names, ObjectSort.EXTENSION, extension.object(), null)
                : new ExtensionVersion(extension);
    }

    private static Set<String> extensions(Spec spec, ObjectsSection section) {
        Set<String> named = new HashSet<>();
        spec.postgres().extensions().stream().map(SourceText::text).forEach(named::add);
        StatedExtension.all(section).stream()
                .filter(each -> !each.absent())
                .map(StatedExtension::name)
                .forEach(named::add);
        return named;
    }

    private static void parts(Names names, StatedObject object, Stated stated, List<Check> checks) {
        if (stated.absent()) {
            return;
        }
        if (stated instanceof MaterializedViewSpec view) {
            view.indexes()
                    .forEach((name, index) -> checks.add(new MaterializedViewIndex(names, object.name(), name, index)));
        }
    }
}
