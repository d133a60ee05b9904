package org.pgassay.check.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.check.Evidence;
import org.pgassay.check.Feature;
import org.pgassay.check.Finding;
import org.pgassay.check.Inventory;
import org.pgassay.check.Names;
import org.pgassay.check.Need;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;

/** A feature must have every object that it needs. */
record FeatureObjects(
        Names names,
        String subject,
        List<NeededObject> objects,
        @Nullable String says,
        Location location) implements Feature {

    static final String ID = "feature/objects";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public List<String> objectNames() {
        return objects.stream().map(NeededObject::written).toList();
    }

    @Override
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        return objects.stream()
                .map(object -> object.find(object.candidates(catalog, names), names))
                .filter(found -> found.size() == 1)
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<String> there = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (NeededObject object : objects) {
            List<Inventory.Item> items = object.candidates(evidence.catalog(), names);
            List<ObjectRef> found = object.find(items, names);
            if (found.size() == 1) {
                there.add(found.get(0).kind().word() + " " + found.get(0).name());
            } else if (found.isEmpty()) {
                faults.add(object.written() + " is missing" + object.suggestion(items));
            } else {
                faults.add(object.written() + " is ambiguous: it may be "
                        + found.stream()
                                .map(ref -> ref.kind().word() + " " + ref.name())
                                .collect(Collectors.joining(" or ")));
            }
        }
        String whole = objects.size() + (objects.size() == 1 ? " object" : " objects");
        if (faults.isEmpty()) {
            return List.of(
                    Finding.passed(this, "the feature is complete: it has all that it needs.", whole, objects.size())
                            .with(there));
        }
        return List.of(new Finding(
                ID,
                subject,
                Verdict.FAILED,
                "the feature is not complete: " + String.join("; ", faults) + ".",
                "Create what is missing in a migration, write an ambiguous name with its kind or arguments, or correct"
                        + " the spec.",
                whole,
                there.size() + " of " + whole,
                objects.size(),
                faults,
                location));
    }
}
