package org.pgassay.check.rule.security;

import java.util.List;
import java.util.stream.Stream;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.rule.api.Scope;

/** The objects that have an owner. */
public final class Owned {

    private Owned() {}

    /** An object and the role that owns it. */
    public record Item(ObjectRef object, String owner) {}

    /** Tables, views, sequences, functions and types; a sequence behind an identity has its table's owner. */
    public static List<Item> all(Scope scope) {
        return Stream.of(
                        scope.catalog().tables().stream().map(each -> new Item(scope.table(each), each.owner())),
                        scope.catalog().views().stream().map(each -> new Item(scope.view(each), each.owner())),
                        scope.catalog().sequences().stream()
                                .filter(each -> !each.identity())
                                .map(each -> new Item(
                                        new ObjectRef(ObjectKind.SEQUENCE, scope.host(each.name())), each.owner())),
                        scope.catalog().routines().stream().map(each -> new Item(scope.routine(each), each.owner())),
                        scope.catalog().types().stream()
                                .map(each -> new Item(
                                        new ObjectRef(ObjectKind.TYPE, scope.host(each.name())), each.owner())))
                .flatMap(each -> each)
                .toList();
    }
}
