package org.pgassay.diff;

import java.util.List;
import org.pgassay.catalog.Difference.Attribute;
import org.pgassay.catalog.Difference.Change;

/** Says in one line what a difference is. */
final class DifferenceWords {

    private DifferenceWords() {}

    static String line(Change change, String home, String left, String right) {
        String object = change.object(home);
        return switch (change.sort()) {
            case ADDED -> object + " is only in " + right;
            case REMOVED -> object + " is only in " + left;
            case CHANGED -> object + " has " + attributes(change.attributes(), left, right);
        };
    }

    private static String attributes(List<Attribute> attributes, String left, String right) {
        return String.join(
                "; ",
                attributes.stream()
                        .map(each -> "another " + each.name() + ": " + each.left() + " in " + left + ", " + each.right()
                                + " in " + right)
                        .toList());
    }
}
