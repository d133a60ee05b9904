package org.pgassay.check;

import java.util.List;
import java.util.Optional;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.Spec;

/** Checks that belong together, and the part of the spec language that they are stated in. */
public interface Family {

    /** The family's part of the spec language, if it has one of its own. */
    Optional<Section> section();

    /** All kinds of check of the family. */
    List<CheckKind> kinds();

    /** What is wrong with the family's part of a spec beyond what the JSON Schema can say. */
    List<Problem> problems(Spec spec);

    /** The checks that a spec without problems expands to, in the spec's order. */
    List<Check> checks(Spec spec);
}
