package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.ObjectKind;

/**
 * A column can own a sequence only where the sequence and the table have the same owner: what is made belongs to whoever
 * makes it, and what stands to the owner that it has.
 */
final class SequenceOwners {

    private final Graph from;
    private final Graph to;
    private final Fates fates;

    SequenceOwners(Graph from, Graph to, Fates fates) {
        this.from = from;
        this.to = to;
        this.fates = fates;
    }

    /** What comes before a column becomes the one that owns a sequence. */
    List<DdlStatement> before(Key owned) {
        Key sequence = new Key(Sort.SEQUENCE, owned.name());
        Key table = to.needs(owned).stream()
                .filter(each -> each.sort() == Sort.TABLE)
                .findFirst()
                .orElse(null);
        if (table == null) {
            return List.of();
        }
        String wanted = owner(table);
        if (Objects.equals(owner(sequence), wanted)) {
            return List.of();
        }
        String role = wanted == null ? "current_user" : Sql.role(wanted);
        List<DdlStatement> statements = new ArrayList<>();
        if (from.has(owned) && fates.of(owned) == Fate.CHANGED) {
            // It cannot leave its owner while another table's column owns it.
            statements.add(statement(sequence, "owned by none"));
        }
        statements.add(statement(sequence, "owner to " + role)
                .noted("A column can only own a sequence that has the owner of its table."));
        return statements;
    }

    private static DdlStatement statement(Key sequence, String what) {
        return DdlStatement.of(
                "alter sequence " + sequence.name() + " " + what,
                ObjectKind.SEQUENCE,
                sequence.name(),
                Danger.ADDITIVE);
    }

    /** The role that something which stands belongs to; null for what is made, and so belongs to whoever runs this. */
    private @Nullable String owner(Key key) {
        if (!from.has(key) || fates.comes(key)) {
            return null;
        }
        Object form = from.piece(key).form();
        if (form instanceof TablePieces.Form table) {
            return table.origin().table().owner();
        }
        return form instanceof SequencePieces.Form sequence
                ? sequence.sequence().owner()
                : null;
    }
}
