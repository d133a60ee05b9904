package org.pgassay.ddl;

import java.util.List;
import java.util.Locale;
import org.pgassay.catalog.DefaultPrivileges;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.ObjectKind;

/** ALTER DEFAULT PRIVILEGES. */
final class DefaultGrants {

    private DefaultGrants() {}

    static Piece.Builder piece(DefaultPrivileges defaults) {
        String subject = DefaultPrivileges.subject(Sql.quote(defaults.role()), defaults.schema(), defaults.objects());
        Piece.Builder piece = Piece.of(Sort.DEFAULT_PRIVILEGES, subject, ObjectKind.DEFAULT_PRIVILEGES, subject)
                .form(defaults.grants());
        if (defaults.schema() != null) {
            piece.needs(Pieces.schemaKey(defaults.schema()));
        }
        List<Grant> initial = initial(defaults);
        List<Grant> wanted = wanted(defaults);
        grants(defaults).between(initial, wanted).forEach(each -> piece.make(altered(defaults, each)));
        grants(defaults).between(wanted, initial).forEach(each -> piece.unmake(altered(defaults, each)));
        if (defaults.schema() == null) {
            options(defaults, initial.equals(wanted), piece);
        }
        return piece;
    }

    /**
     * The role's own grant options, which make an entry of what would be none otherwise. A catalog lists them as little as
     * all else that a role may do with what it owns.
     *
     * @param alone whether the entry has nothing else
     */
    private static void options(DefaultPrivileges defaults, boolean alone, Piece.Builder piece) {
        String objects = defaults.objects().toLowerCase(Locale.ROOT);
        String role = Sql.role(defaults.role());
        if (alone) {
            piece.make(altered(
                    defaults, statement(defaults, "grant all on " + objects + " to " + role + " with grant option")));
        }
        piece.unmake(
                altered(defaults, statement(defaults, "revoke grant option for all on " + objects + " from " + role)));
    }

    private static DdlStatement statement(DefaultPrivileges defaults, String sql) {
        String subject = DefaultPrivileges.subject(Sql.quote(defaults.role()), defaults.schema(), defaults.objects());
        return DdlStatement.of(sql, ObjectKind.DEFAULT_PRIVILEGES, subject, Danger.ADDITIVE);
    }

    private static Grants grants(DefaultPrivileges defaults) {
        String subject = DefaultPrivileges.subject(Sql.quote(defaults.role()), defaults.schema(), defaults.objects());
        String clause = defaults.objects().toLowerCase(Locale.ROOT);
        // What a schema adds cannot take anything from the owner.
        String owner = defaults.schema() == null ? defaults.role() : "";
        return new Grants(ObjectKind.DEFAULT_PRIVILEGES, subject, clause, "", owner);
    }

    /** An entry of a schema that lists nothing grants its role what that has anyway. */
    private static List<Grant> wanted(DefaultPrivileges defaults) {
        return defaults.schema() != null && defaults.grants().isEmpty()
                ? List.of(new Grant(defaults.role(), "ALL", false))
                : defaults.grants();
    }

    /** What PostgreSQL grants where nothing is set: to everybody, on functions and types. */
    private static List<Grant> initial(DefaultPrivileges defaults) {
        boolean everybody = defaults.schema() == null
                && (defaults.objects().equals("FUNCTIONS") || defaults.objects().equals("TYPES"));
        return everybody ? List.of(new Grant(Grant.PUBLIC, "ALL", false)) : List.of();
    }

    private static DdlStatement altered(DefaultPrivileges defaults, DdlStatement grant) {
        String place = defaults.schema() == null ? "" : " in schema " + Sql.quote(defaults.schema());
        return DdlStatement.of(
                "alter default privileges for role " + Sql.quote(defaults.role()) + place + " " + grant.sql(),
                grant.kind(),
                grant.object(),
                grant.danger());
    }
}
