package org.pgassay.check.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.Names;
import org.pgassay.check.StructurePlan.PlannedObject;
import org.pgassay.check.object.ObjectsSection.FunctionSpec;
import org.pgassay.check.object.ObjectsSection.MaterializedViewSpec;
import org.pgassay.check.object.ObjectsSection.Stated;
import org.pgassay.check.object.ObjectsSection.ViewSpec;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Turns the objects of a spec that are no tables into DDL, purely; running it is another's affair. */
public final class ObjectPlanner {

    private final Names names;
    private final List<PlannedObject> objects = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Location> seen = new HashMap<>();

    private ObjectPlanner(Names names) {
        this.names = names;
    }

    /** The objects that a spec asks for, in its order. */
    public static List<PlannedObject> plan(Spec spec) {
        return List.copyOf(of(spec).objects);
    }

    /** What is wrong with the objects of a spec beyond what the JSON Schema can say. */
    static List<Problem> problems(Spec spec) {
        return List.copyOf(of(spec).problems);
    }

    private static ObjectPlanner of(Spec spec) {
        ObjectPlanner planner = new ObjectPlanner(new Names(spec.schemas()));
        ObjectsSection section = spec.section(ObjectsSection.class);
        for (ObjectSort sort : ObjectSort.defined()) {
            section.of(sort.kind()).forEach((written, stated) -> planner.object(sort, written, stated));
        }
        return planner;
    }

    /** The part under which an object stands in the blueprint. */
    static Part part(StatedObject object) {
        return new Part(object.name(), object.kind(), object.arguments() == null ? "" : object.arguments());
    }

    private void object(ObjectSort sort, String written, Stated stated) {
        if (sort == ObjectSort.FUNCTION && FunctionKey.parse(written).isEmpty()) {
            problems.add(new Problem(
                    stated.location(),
                    "'" + written + "' has no arguments; write the function as name(types), as in touch() or"
                            + " archive(integer)"));
            return;
        }
        StatedObject object = StatedObject.of(names, sort, written, stated);
        named(sort, written, object);
        Optional<Problem> problem = Fragment.problem(stated.is());
        if (problem.isPresent() && !stated.absent() && sort != ObjectSort.OTHER) {
            problems.add(problem.get());
            return;
        }
        if (stated instanceof FunctionSpec function) {
            function(part(object), FunctionKey.parse(written).orElseThrow(), function);
        } else if (stated instanceof ViewSpec view && !stated.absent()) {
            view(part(object), view);
        } else if (!stated.absent()) {
            defined(sort, part(object), stated.is());
        }
        if (stated instanceof MaterializedViewSpec view && !stated.absent()) {
            indexes(object.name(), view);
        }
    }

    private void named(ObjectSort sort, String written, StatedObject object) {
        String plain = sort == ObjectSort.FUNCTION
                ? FunctionKey.parse(written).map(FunctionKey::name).orElse(written)
                : written;
        String fault = sort.inSchema() ? names.fault(plain) : "";
        if (!fault.isEmpty()) {
            problems.add(new Problem(object.location(), fault));
        }
        Location former = seen.putIfAbsent(sort + " " + object.name() + object.subject(), object.location());
        if (former != null) {
            problems.add(new Problem(
                    object.location(), "'" + written + "' is a " + sort.word() + " that stands already at " + former));
        }
    }

    private void function(Part part, FunctionKey key, FunctionSpec function) {
        if (function.absent()) {
            objects.add(ObjectDdl.argumentsOf(part, key, function));
            return;
        }
        SourceText body = function.body();
        if (body != null && ObjectDdl.statesBody(Fragment.of(function.is()))) {
            problems.add(new Problem(body.location(), "the body is stated already, in the definition"));
        }
        objects.add(ObjectDdl.function(part, key, function));
    }

    private void view(Part part, ViewSpec view) {
        List<Problem> found = view.columns().values().stream()
                .flatMap(column -> Optional.ofNullable(column.value()).stream())
                .flatMap(value -> Fragment.problem(value).stream())
                .toList();
        problems.addAll(found);
        if (found.isEmpty()) {
            objects.add(ObjectDdl.view(part, view));
        }
    }

    private void indexes(QualifiedName view, MaterializedViewSpec spec) {
        spec.indexes().forEach((name, index) -> {
            Optional<Problem> problem = Fragment.problem(index.is());
            if (problem.isPresent() && !index.absent()) {
                problems.add(problem.get());
            } else if (!index.absent()) {
                objects.add(ObjectDdl.index(new Part(view, ObjectKind.INDEX, name), index));
            }
        });
    }

    private void defined(ObjectSort sort, Part part, SourceText is) {
        switch (sort) {
            case VIEW -> throw new IllegalStateException("a view is planned with its columns");
            case MATERIALIZED_VIEW -> objects.add(ObjectDdl.materializedView(part, is));
            case SEQUENCE -> objects.add(ObjectDdl.sequence(part, is));
            case TYPE -> type(part, is);
            case COLLATION -> plain(part, "create collation ", is);
            case STATISTICS -> statistics(part, is);
            case EVENT_TRIGGER -> plain(part, "create event trigger ", is);
            case PUBLICATION -> objects.add(ObjectDdl.plain(part, "create publication ", is));
            case FOREIGN_SERVER -> plain(part, "create server ", is);
            case FUNCTION, EXTENSION, OTHER -> {
                // A function is planned by itself, an extension not made again, and all else compared as text.
            }
        }
    }

    private void plain(Part part, String create, SourceText is) {
        if (Fragment.of(is).isEmpty()) {
            problems.add(new Problem(is.location(), "the definition is empty"));
        } else {
            objects.add(ObjectDdl.plain(part, create, is));
        }
    }

    private void statistics(Part part, SourceText is) {
        if (Fragment.of(is).isEmpty()) {
            problems.add(new Problem(is.location(), "the definition is empty"));
        } else {
            objects.add(ObjectDdl.statistics(part, is));
        }
    }

    private void type(Part part, SourceText is) {
        Fragment fragment = Fragment.of(is);
        boolean known = List.of("enum", "domain", "composite", "range").stream().anyMatch(fragment::begins);
        if (known) {
            objects.add(ObjectDdl.type(part, is));
        } else {
            problems.add(
                    new Problem(is.location(), "a type begins with enum (…), domain …, composite (…) or range (…)"));
        }
    }
}
