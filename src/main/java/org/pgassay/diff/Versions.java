package org.pgassay.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Difference;
import org.pgassay.catalog.Difference.Attribute;
import org.pgassay.catalog.Difference.Compared;
import org.pgassay.catalog.Difference.Sort;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.ObjectKind;

/**
 * What two versions of PostgreSQL do differently with one schema, and is no difference between schemas.
 *
 * <p>Found by restoring the same schemas on 14 to 18: everybody may create in the schema public until 14; a privilege
 * MAINTAIN on tables came with 17; before 16 the query of a view over one table is printed with the table's name before
 * each column.
 */
final class Versions {

    private static final String GRANTS = "grants";
    private static final String MAINTAIN = "MAINTAIN";
    private static final String ALL = "ALL";

    /** The privileges that every version has on a table. */
    private static final List<String> OF_TABLES =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");

    private static final int SCHEMA_PUBLIC_CLOSED = 15;
    private static final int MAINTAIN_SINCE = 17;
    private static final int VIEWS_PLAIN_SINCE = 16;

    private final Side older;
    private final Side newer;
    private final Map<Difference.Key, List<Grant>> before = new HashMap<>();
    private final Map<Difference.Key, List<Grant>> after = new HashMap<>();

    private Versions(Side left, Side right) {
        boolean inOrder = left.majorVersion() < right.majorVersion();
        this.older = inOrder ? left : right;
        this.newer = inOrder ? right : left;
        grants(older.catalog(), before);
        grants(newer.catalog(), after);
    }

    /** The differences without those of the versions. */
    static List<Compared> without(List<Compared> all, Side left, Side right) {
        if (left.majorVersion() == right.majorVersion()) {
            return all;
        }
        Versions versions = new Versions(left, right);
        return all.stream().map(versions::without).toList();
    }

    /** What a reader must know of two versions. */
    static String note(Side left, Side right) {
        Versions versions = new Versions(left, right);
        StringBuilder note = new StringBuilder(left.label() + " runs PostgreSQL " + left.majorVersion() + " and "
                + right.label() + " PostgreSQL " + right.majorVersion()
                + ". Privileges that only one of these versions has, or grants by itself, are no difference.");
        if (versions.older.respelt()) {
            note.append(" The schema of ")
                    .append(versions.older.label())
                    .append(" was made anew on PostgreSQL ")
                    .append(versions.newer.majorVersion())
                    .append(", so that both are spelt alike.");
        } else if (versions.across(VIEWS_PLAIN_SINCE)) {
            note.append(" The definitions are compared as each version prints them; before ")
                    .append(VIEWS_PLAIN_SINCE)
                    .append(
                            " that of a view over one table names the table before each column, so that such views differ in"
                                    + " their text only, perhaps.");
        }
        return note.toString();
    }

    private boolean across(int major) {
        return older.majorVersion() < major && newer.majorVersion() >= major;
    }

    private static void grants(Catalog catalog, Map<Difference.Key, List<Grant>> grants) {
        catalog.namespaces()
                .forEach(each -> grants.put(Difference.Key.ofDatabase(ObjectKind.SCHEMA, each.name()), each.grants()));
        catalog.tables().forEach(each -> grants.put(Difference.Key.of(ObjectKind.TABLE, each.name()), each.grants()));
        catalog.views()
                .forEach(each -> grants.put(
                        Difference.Key.of(
                                each.materialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, each.name()),
                        each.grants()));
    }

    private Compared without(Compared each) {
        if (each.sort() != Sort.CHANGED || !sameGrants(each.key())) {
            return each;
        }
        List<Attribute> own = each.attributes().stream()
                .filter(attribute -> !attribute.name().equals(GRANTS))
                .toList();
        return new Compared(each.key(), own.isEmpty() ? null : Sort.CHANGED, own);
    }

    private boolean sameGrants(Difference.Key key) {
        List<Grant> was = before.getOrDefault(key, List.of());
        List<Grant> is = after.getOrDefault(key, List.of());
        if (key.kind() == ObjectKind.SCHEMA) {
            return key.name().equals("public")
                    && across(SCHEMA_PUBLIC_CLOSED)
                    && withoutCreate(was).equals(withoutCreate(is))
                    && is.stream().noneMatch(Versions::letsAllCreate);
        }
        return across(MAINTAIN_SINCE) && withoutMaintain(was).equals(withoutMaintain(is));
    }

    private static boolean letsAllCreate(Grant grant) {
        return grant.role().equals(Grant.PUBLIC)
                && (grant.privilege().equals(ALL) || grant.privilege().equals("CREATE"));
    }

    private static Set<Grant> withoutCreate(List<Grant> grants) {
        return sorted(grants.stream()
                .filter(grant ->
                        !(grant.role().equals(Grant.PUBLIC) && grant.privilege().equals("CREATE")))
                .map(grant -> letsAllCreate(grant) ? new Grant(grant.role(), "USAGE", grant.grantable()) : grant));
    }

    private static Set<Grant> withoutMaintain(List<Grant> grants) {
        return sorted(grants.stream()
                .filter(grant -> !grant.privilege().equals(MAINTAIN))
                .flatMap(grant -> grant.privilege().equals(ALL)
                        ? OF_TABLES.stream().map(each -> new Grant(grant.role(), each, grant.grantable()))
                        : Stream.of(grant)));
    }

    private static Set<Grant> sorted(Stream<Grant> grants) {
        return grants.collect(Collectors.toCollection(TreeSet::new));
    }
}
