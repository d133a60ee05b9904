package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.ObjectKind;

/** The SQL that makes what a catalog holds. */
public final class SchemaSql {

    private static final String CIRCLE =
            "It needs something that needs it in turn. Run it again when the rest is there.";

    private SchemaSql() {}

    /**
     * The statements that make all of it in an empty database, in an order in which they can run; what cannot be expressed
     * is a note.
     *
     * <p>Roles must be there. Owners are left out: whoever runs it owns what it makes.
     */
    public static List<DdlStatement> create(Catalog catalog) {
        Graph graph = new Graph(Pieces.of(catalog));
        Map<Key, Set<Key>> before = new LinkedHashMap<>();
        for (Piece piece : graph.pieces()) {
            before.put(piece.key(), graph.before(piece.key()));
        }
        Order<Key> order = Order.of(before, Comparator.naturalOrder());
        List<DdlStatement> statements = new ArrayList<>(preamble());
        for (Key key : order.sorted()) {
            Piece piece = graph.piece(key);
            if (!piece.within()) {
                piece.make().stream()
                        .map(statement -> statement.with(Danger.ADDITIVE))
                        .map(statement -> order.broken().contains(key) ? statement.noted(CIRCLE) : statement)
                        .forEach(statements::add);
            }
        }
        return List.copyOf(statements);
    }

    /**
     * What must hold while the statements run: names mean what they meant when they were read, and the bodies of functions
     * may name what is made later.
     */
    static List<DdlStatement> preamble() {
        return List.of(setting("set search_path = ''"), setting("set check_function_bodies = off"));
    }

    private static DdlStatement setting(String sql) {
        return DdlStatement.of(sql, ObjectKind.SCHEMA, "", Danger.ADDITIVE);
    }
}
