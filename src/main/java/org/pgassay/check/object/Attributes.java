package org.pgassay.check.object;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Trigger;
import org.pgassay.check.Names;
import org.pgassay.check.object.ObjectsSection.EventTriggerSpec;
import org.pgassay.check.object.ObjectsSection.FunctionSpec;
import org.pgassay.check.object.ObjectsSection.Stated;
import org.pgassay.spec.SourceText;

/** What is compared of an object: its attributes, and what the spec states beside the definition. */
final class Attributes {

    private static final String BODY = "body";

    private static final String OWNED_BY = "owned by";

    private static final String ENABLED = "enabled";

    private Attributes() {}

    /** The comparison of what a spec states with what there is. */
    static Comparison compare(
            ObjectSort sort, Stated stated, Described expected, Described observed, Names names, Catalog catalog) {
        Map<String, String> left = new LinkedHashMap<>(expected.attributes());
        Map<String, String> right = new LinkedHashMap<>(observed.attributes());
        if (stated instanceof FunctionSpec function && isOfSource(expected) && isOfSource(observed)) {
            body(function, left, right);
        } else if (stated instanceof EventTriggerSpec trigger) {
            put(left, ENABLED, enabled(trigger));
        } else if (sort == ObjectSort.SEQUENCE) {
            put(
                    left,
                    OWNED_BY,
                    OwnedBy.of(Fragment.of(stated.is()))
                            .map(owned -> owned.column(names, catalog))
                            .orElse(null));
        }
        return new Comparison(left, right);
    }

    /** The body of an aggregate is what it is made of. */
    private static boolean isOfSource(Described routine) {
        return ((Routine) routine).kind() != Routine.Kind.AGGREGATE;
    }

    private static void body(FunctionSpec function, Map<String, String> left, Map<String, String> right) {
        SourceText stated = function.body();
        String real = right.getOrDefault(BODY, "");
        if (stated != null && Body.isHash(stated.text())) {
            put(left, BODY, stated.text().strip());
            put(right, BODY, Body.hash(real));
        } else if (stated != null) {
            put(left, BODY, Body.stripped(stated.text()));
            put(right, BODY, Body.stripped(real));
        } else if (ObjectDdl.statesBody(Fragment.of(function.is()))) {
            put(left, BODY, Body.stripped(left.getOrDefault(BODY, "")));
            put(right, BODY, Body.stripped(real));
        } else {
            left.remove(BODY);
            right.remove(BODY);
        }
    }

    private static @Nullable String enabled(EventTriggerSpec trigger) {
        String word = trigger.enabled() == null ? "ORIGIN" : trigger.enabled().toUpperCase(Locale.ROOT);
        return word.equals(Trigger.Enabled.ORIGIN.name()) ? null : word;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }
}
