package org.pgassay.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A check that says whether a product feature is complete; its subject is the feature, and it has one finding. */
public interface Feature extends Check {

    /** What the feature is; null where the spec does not say. */
    @Nullable
    String says();

    /** The objects that it needs, as the spec names them. */
    List<String> objectNames();
}
