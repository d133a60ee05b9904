package org.pgassay.check.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pgassay.catalog.Constraint;
import org.pgassay.check.Isolation.TenantColumn;

/** The foreign keys by which a row of one tenant could point to a row of another. */
final class Crossings {

    private Crossings() {}

    /** Those of a table; what says which tenant a row belongs to is not among them. */
    static List<Constraint> of(Model model, Member child) {
        List<Constraint> keys = new ArrayList<>();
        for (Constraint key : Model.foreignKeys(child.table())) {
            boolean between = model.member(Member.target(key)).isPresent() && !key.equals(child.via());
            boolean membership = child.leading()
                    .map(tie -> key.columns().equals(List.of(tie.column())))
                    .orElse(false);
            if (between && !membership) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The tenant column that a foreign key has on both sides and that says whose the row is; nothing if it has none. */
    static Optional<TenantColumn> carried(Model model, Member child, Constraint key, Member parent) {
        Optional<Member.Tie> leading = child.leading();
        return child.ties().stream()
                .filter(tie -> pairs(key, tie, parent))
                .filter(tie -> tie.equals(leading.orElse(null)) || determined(model, child, tie))
                .map(Member.Tie::of)
                .findFirst();
    }

    private static boolean pairs(Constraint key, Member.Tie tie, Member parent) {
        int at = key.columns().indexOf(tie.column());
        return at >= 0
                && parent.tie(Member.far(key).get(at))
                        .map(far -> far.of().equals(tie.of()))
                        .orElse(false);
    }

    /** Whether another key of the table ties a column of a lower level to the leading one. */
    private static boolean determined(Model model, Member child, Member.Tie lower) {
        return Model.foreignKeys(child.table()).stream()
                .filter(key -> Model.notNull(child.table(), key))
                .filter(key -> Member.target(key).equals(lower.of().root()))
                .filter(key -> key.columns().contains(lower.column()))
                .anyMatch(key -> model.member(Member.target(key))
                        .map(root -> child.leading()
                                .map(tie -> pairs(key, tie, root))
                                .orElse(false))
                        .orElse(false));
    }
}
