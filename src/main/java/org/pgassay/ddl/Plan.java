package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;

/** The statements that lead from one catalog to another, and their order. */
final class Plan {

    private static final String AGAIN = "It is made again below.";
    private static final String CIRCLE = "It stands in a circle of dependencies: its place in the order may be wrong.";

    /** What is done to a piece. */
    private enum Act {
        DROP,
        ALTER,
        CREATE
    }

    private record Node(Act act, Key key) {

        /** Drops come first, in the opposite order. */
        static final Comparator<Node> ORDER = Comparator.<Node>comparingInt(node -> node.act == Act.DROP ? 0 : 1)
                .thenComparing(Node::bySort)
                .thenComparing(node -> node.key.name())
                .thenComparing(Node::act);

        private static int bySort(Node left, Node right) {
            int order = left.key.sort().compareTo(right.key.sort());
            return left.act == Act.DROP ? -order : order;
        }
    }

    private final Graph from;
    private final Graph to;
    private final Fates fates;
    private final NewPartitions partitions;
    private final SequenceOwners sequenceOwners;
    private final Map<Node, Set<Node>> before = new LinkedHashMap<>();
    private final Map<Key, String> replaced = new HashMap<>();

    private Plan(Graph from, Graph to, Catalog target) {
        this.from = from;
        this.to = to;
        this.fates = Fates.of(from, to);
        this.partitions = new NewPartitions(new Source(target), fates);
        this.sequenceOwners = new SequenceOwners(from, to, fates);
    }

    static List<DdlStatement> of(Catalog from, Catalog to) {
        if (Fingerprint.of(from).equals(Fingerprint.of(to))) {
            return List.of();
        }
        Plan plan = new Plan(new Graph(Pieces.of(from)), new Graph(Pieces.of(to)), to);
        plan.nodes();
        plan.edges(to);
        List<DdlStatement> statements = new ArrayList<>(SchemaSql.preamble());
        Order<Node> order = Order.of(plan.before, Node.ORDER);
        for (Node node : order.sorted()) {
            plan.statements(node).stream()
                    .map(statement -> order.broken().contains(node) ? statement.noted(CIRCLE) : statement)
                    .forEach(statements::add);
        }
        statements.addAll(ColumnOrder.notes(from, to, plan.fates::goes));
        return List.copyOf(statements);
    }

    private void nodes() {
        for (Piece piece : from.pieces()) {
            Key key = piece.key();
            switch (fates.of(key)) {
                case DROPPED -> drop(piece);
                case REMADE -> {
                    drop(piece);
                    create(to.piece(key));
                }
                case CHANGED -> add(new Node(Act.ALTER, key));
                case KEPT, ADDED -> {
                    // Nothing is done to it, or it is not there yet.
                }
            }
        }
        to.pieces().stream()
                .filter(piece -> fates.of(piece.key()) == Fate.ADDED)
                .forEach(this::create);
    }

    private void drop(Piece piece) {
        if (from.with(piece.key()).stream().noneMatch(fates::goes)) {
            add(new Node(Act.DROP, piece.key()));
        }
        if (fates.isReplaced(piece.key())) {
            replaced.put(piece.key(), "pgassay_replaced_" + (replaced.size() + 1));
        }
    }

    private void create(Piece piece) {
        if (comesWith(piece).isEmpty()) {
            add(new Node(Act.CREATE, piece.key()));
        }
    }

    private void add(Node node) {
        before.put(node, new LinkedHashSet<>());
    }

    private void edges(Catalog target) {
        for (Piece piece : from.pieces()) {
            Set<Node> drops = drops(piece.key());
            for (Key other : from.needs(piece.key())) {
                Set<Node> others = drops(other);
                if (!drops.containsAll(others)) {
                    // Otherwise whatever drops the other drops the piece along with it.
                    edges(drops, others);
                }
                edges(drops, alters(other));
                edges(alters(piece.key()), others);
            }
        }
        for (Piece piece : to.pieces()) {
            Set<Node> makes = makes(piece.key());
            for (Key other : to.before(piece.key())) {
                if (!comesWith(piece).contains(other)) {
                    edges(makes(other), makes);
                }
            }
            if (piece.key().sort() == Sort.INDEX) {
                piece.after().forEach(partition -> edges(drops(piece.key()), creates(partition)));
            }
            if (replaced.containsKey(piece.key())) {
                // It is renamed away where the new one is made.
                edges(makes, drops(piece.key()));
            } else {
                edges(drops(piece.key()), makes);
            }
            partitions.first(piece).forEach(other -> edges(makes(other), makes));
        }
        detached();
        defaultsLast();
        sameNames();
        target.tables().forEach(this::inOrder);
    }

    /** What is granted by default is not granted on what is made here, whatever goes in a circle. */
    private void defaultsLast() {
        Set<Node> made = before.keySet().stream()
                .filter(node -> node.act() != Act.DROP && node.key().sort().compareTo(Sort.GRANT) < 0)
                .collect(Collectors.toSet());
        to.pieces().stream()
                .filter(piece -> piece.key().sort() == Sort.DEFAULT_PRIVILEGES)
                .forEach(piece -> edges(made, creates(piece.key())));
    }

    /** The indexes that a partition has as its whole has them can be dropped when it is no partition any more. */
    private void detached() {
        for (Piece piece : from.pieces()) {
            Key host = piece.host();
            if (host != null && (piece.key().sort() == Sort.INDEX || piece.key().sort() == Sort.KEY)) {
                Set<Node> drops = drops(piece.key());
                Set<Node> detaches = drops(new Key(Sort.PARTITION, host.name()));
                if (drops.equals(Set.of(new Node(Act.DROP, piece.key())))) {
                    edges(detaches, drops);
                }
            }
        }
    }

    /** What has a name goes before something else gets it. */
    private void sameNames() {
        Map<QualifiedName, Set<Node>> gone = new HashMap<>();
        for (Piece piece : from.pieces()) {
            if (!replaced.containsKey(piece.key())) {
                piece.provides()
                        .forEach(name -> gone.computeIfAbsent(name, key -> new HashSet<>())
                                .addAll(drops(piece.key())));
            }
        }
        for (Piece piece : to.pieces()) {
            for (QualifiedName name : piece.provides()) {
                if (piece.key().sort() != Sort.FUNCTION) {
                    edges(gone.getOrDefault(name, Set.of()), creates(piece.key()));
                }
            }
        }
    }

    /** Columns are added in the order in which they stand. */
    private void inOrder(Table table) {
        Set<Node> last = Set.of();
        for (Column column : table.columns()) {
            Set<Node> next = creates(new Key(Sort.COLUMN, Sql.part(table.name(), column.name())));
            if (!next.isEmpty()) {
                edges(last, next);
                last = next;
            }
        }
    }

    private void edges(Set<Node> first, Set<Node> then) {
        for (Node node : then) {
            Set<Node> others = before.get(node);
            if (others != null) {
                first.stream().filter(other -> !other.equals(node)).forEach(others::add);
            }
        }
    }

    /** The statements with which a piece goes: its own, or those of what it goes with. */
    private Set<Node> drops(Key key) {
        Set<Node> nodes = new HashSet<>();
        if (from.has(key) && fates.goes(key)) {
            Set<Key> with = from.with(key);
            with.stream().filter(fates::goes).forEach(other -> nodes.addAll(drops(other)));
            if (nodes.isEmpty()) {
                nodes.add(new Node(Act.DROP, key));
            }
        }
        return nodes;
    }

    private Set<Node> alters(Key key) {
        return from.has(key) && fates.of(key) == Fate.CHANGED ? Set.of(new Node(Act.ALTER, key)) : Set.of();
    }

    private Set<Node> creates(Key key) {
        if (!to.has(key) || !fates.comes(key)) {
            return Set.of();
        }
        Set<Key> with = comesWith(to.piece(key));
        if (with.isEmpty()) {
            return Set.of(new Node(Act.CREATE, key));
        }
        Set<Node> nodes = new HashSet<>();
        with.forEach(other -> nodes.addAll(creates(other)));
        return nodes;
    }

    /** What a piece comes with, once the last of them is there: a partition's check with the partition and its whole's check. */
    private Set<Key> comesWith(Piece piece) {
        Key host = piece.host();
        boolean itself = !piece.within() || host == null || !fates.comes(host);
        return itself ? Set.of() : piece.with().stream().filter(fates::comes).collect(Collectors.toSet());
    }

    private Set<Node> makes(Key key) {
        Set<Node> made = creates(key);
        return made.isEmpty() && to.has(key) ? alters(key) : made;
    }

    private List<DdlStatement> statements(Node node) {
        return switch (node.act()) {
            case DROP -> dropped(from.piece(node.key()));
            case ALTER -> altered(node.key());
            case CREATE -> created(to.piece(node.key()));
        };
    }

    private List<DdlStatement> altered(Key key) {
        List<DdlStatement> statements = new ArrayList<>(owners(key));
        fates.change(key).map(Change::statements).ifPresent(statements::addAll);
        return statements;
    }

    private List<DdlStatement> owners(Key key) {
        return key.sort() == Sort.OWNED ? sequenceOwners.before(key) : List.of();
    }

    private List<DdlStatement> dropped(Piece piece) {
        String other = replaced.get(piece.key());
        if (other != null) {
            String word = word(piece);
            return List.of(DdlStatement.of(
                    "drop " + word + " " + inSchema(piece, other), piece.kind(), piece.object(), Danger.ADDITIVE));
        }
        if (piece.key().sort() == Sort.GRANT) {
            Pieces.GrantForm form = (Pieces.GrantForm) piece.form();
            return form.grants().between(form.wanted(), form.initial());
        }
        return fates.of(piece.key()) == Fate.REMADE
                ? piece.unmake().stream()
                        .map(statement -> statement.with(again(piece)).noted(AGAIN))
                        .toList()
                : piece.unmake();
    }

    /** What is lost by dropping something that is made again. */
    private static Danger again(Piece piece) {
        boolean computed = piece.form() instanceof TablePieces.ColumnForm form
                && form.column().generated() != Column.Generated.NONE;
        return switch (piece.key().sort()) {
            case TABLE, SEQUENCE, TYPE, SERVER, EXTENSION, SCHEMA -> Danger.DESTRUCTIVE;
            case COLUMN -> computed ? Danger.LOCK_RISKY : Danger.DESTRUCTIVE;
            case KEY, INDEX, PARTITION -> Danger.LOCK_RISKY;
            case VIEW -> piece.kind() == ObjectKind.MATERIALIZED_VIEW ? Danger.LOCK_RISKY : Danger.ADDITIVE;
            case SHELL,
                    WRAPPER,
                    COLLATION,
                    FUNCTION,
                    OTHER,
                    DEFAULT,
                    OWNED,
                    CHECK,
                    INDEX_PARTITION,
                    FOREIGN_KEY,
                    SETTING,
                    TRIGGER,
                    TRIGGER_STATE,
                    RULE,
                    POLICY,
                    STATISTICS,
                    PUBLICATION,
                    GRANT,
                    COMMENT,
                    DEFAULT_PRIVILEGES,
                    EVENT_TRIGGER,
                    NOTE -> Danger.ADDITIVE;
        };
    }

    private List<DdlStatement> created(Piece piece) {
        List<DdlStatement> statements = new ArrayList<>(owners(piece.key()));
        String other = replaced.get(piece.key());
        if (other != null) {
            statements.add(DdlStatement.of(
                    "alter " + word(piece) + " " + piece.key().name() + " rename to " + other,
                    piece.kind(),
                    piece.object(),
                    Danger.ADDITIVE));
        }
        statements.addAll(partitions.make(piece));
        return isOnStanding(piece)
                ? statements
                : statements.stream().map(each -> each.with(Danger.ADDITIVE)).toList();
    }

    private boolean isOnStanding(Piece piece) {
        Key host = piece.host();
        return host != null && !fates.comes(host) && (!to.has(host) || isTable(host) || isOnStanding(to.piece(host)));
    }

    private static boolean isTable(Key key) {
        return key.sort() == Sort.TABLE || key.sort() == Sort.VIEW;
    }

    private String word(Piece piece) {
        if (piece.key().sort() == Sort.COLLATION) {
            return "collation";
        }
        var type = ((TypePieces.Form) from.piece(piece.key()).form()).type();
        return type.kind() == org.pgassay.catalog.UserType.Kind.DOMAIN ? "domain" : "type";
    }

    private static String inSchema(Piece piece, String name) {
        @Nullable QualifiedName old = piece.provides().stream().findFirst().orElse(null);
        return old == null ? Sql.quote(name) : new QualifiedName(old.schema(), name).sql();
    }
}
