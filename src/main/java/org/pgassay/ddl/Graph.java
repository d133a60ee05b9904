package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pgassay.catalog.QualifiedName;

/** The pieces of a catalog, and which of them need which. */
final class Graph {

    private final Map<Key, Piece> pieces;
    private final Map<QualifiedName, List<Key>> providers = new HashMap<>();
    private final Map<Key, List<Key>> columns = new HashMap<>();
    private final Map<Key, Set<Key>> needs = new LinkedHashMap<>();

    Graph(Map<Key, Piece> pieces) {
        this.pieces = pieces;
        for (Piece piece : pieces.values()) {
            piece.provides()
                    .forEach(name -> providers
                            .computeIfAbsent(name, key -> new ArrayList<>())
                            .add(piece.key()));
            if (piece.key().sort() == Sort.COLUMN && piece.host() != null) {
                columns.computeIfAbsent(piece.host(), key -> new ArrayList<>()).add(piece.key());
            }
        }
        pieces.values().forEach(piece -> needs.put(piece.key(), resolved(piece)));
    }

    Collection<Piece> pieces() {
        return pieces.values();
    }

    boolean has(Key key) {
        return pieces.containsKey(key);
    }

    Piece piece(Key key) {
        return Objects.requireNonNull(pieces.get(key), key::toString);
    }

    /** What a piece needs directly, as far as the catalog has it. */
    Set<Key> needs(Key key) {
        return Objects.requireNonNull(needs.get(key), key::toString);
    }

    /** What a piece is dropped with; the functions that a base type is made of go with it, as each needs the other. */
    Set<Key> with(Key key) {
        Piece piece = piece(key);
        Set<Key> all = new LinkedHashSet<>(piece.with());
        if (key.sort() == Sort.FUNCTION) {
            needs(key).stream().filter(other -> other.sort() == Sort.SHELL).forEach(all::add);
        }
        return all;
    }

    /** What is made before a piece, if it is made too. */
    Set<Key> before(Key key) {
        Piece piece = piece(key);
        Set<Key> all = new LinkedHashSet<>(needs(key));
        piece.after().stream().filter(pieces::containsKey).forEach(all::add);
        for (QualifiedName name : piece.afterNames()) {
            all.addAll(providers.getOrDefault(name, List.of()));
        }
        all.remove(key);
        return all;
    }

    private Set<Key> resolved(Piece piece) {
        Set<Key> found = new LinkedHashSet<>();
        piece.needs().stream().filter(pieces::containsKey).forEach(found::add);
        for (QualifiedName name : piece.names()) {
            for (Key provider : providers.getOrDefault(name, List.of())) {
                found.add(needsShellOnly(piece, provider) ? shell(provider) : provider);
                if (readsColumns(piece, provider)) {
                    found.addAll(columns.getOrDefault(provider, List.of()));
                }
            }
        }
        found.remove(piece.key());
        return found;
    }

    /** What is no part of a table reads any of its columns; a foreign key says itself which. */
    private boolean readsColumns(Piece piece, Key provider) {
        return switch (piece.key().sort()) {
            case VIEW, FUNCTION, RULE, POLICY, PUBLICATION, TRIGGER -> !isWithin(piece, provider);
            case SCHEMA,
                    EXTENSION,
                    SHELL,
                    WRAPPER,
                    SERVER,
                    COLLATION,
                    TYPE,
                    SEQUENCE,
                    OTHER,
                    TABLE,
                    COLUMN,
                    DEFAULT,
                    OWNED,
                    CHECK,
                    PARTITION,
                    KEY,
                    INDEX,
                    INDEX_PARTITION,
                    FOREIGN_KEY,
                    SETTING,
                    TRIGGER_STATE,
                    STATISTICS,
                    GRANT,
                    COMMENT,
                    DEFAULT_PRIVILEGES,
                    EVENT_TRIGGER,
                    NOTE -> false;
        };
    }

    private boolean isWithin(Piece piece, Key table) {
        Key host = piece.host();
        return host != null && (host.equals(table) || (pieces.containsKey(host) && isWithin(piece(host), table)));
    }

    /** The functions that a base type is made of know the type before it is one. */
    private boolean needsShellOnly(Piece piece, Key provider) {
        return pieces.containsKey(shell(provider))
                && piece.key().sort() == Sort.FUNCTION
                && piece(provider).names().stream().anyMatch(piece.provides()::contains);
    }

    private Key shell(Key base) {
        return new Key(Sort.SHELL, base.name().replaceFirst("^type ", ""));
    }
}
