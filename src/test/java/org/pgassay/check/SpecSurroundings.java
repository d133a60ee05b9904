package org.pgassay.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that the specs of the documentation speak of. */
final class SpecSurroundings {

    private SpecSurroundings() {}

    static void make(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        for (String beside : List.of(
                "roles.sql",
                "alembic.ini",
                "offline/upgrade.sql",
                "offline/downgrade.sql",
                "db/changelog.xml",
                "migrations/base/1.sql",
                "migrations/base/rollback.sql",
                "migrations/stage1/1.sql",
                "migrations/stage1/rollback.sql",
                "migrations/stage2/1.sql",
                "migrations/stage2/rollback.sql",
                "seeds/01.sql",
                "migrations/seeds/01.sql",
                "migrations/seeds/plans.csv",
                "tenants.csv",
                "agents.json")) {
            Files.createDirectories(folder.resolve(beside).getParent());
            Files.createFile(folder.resolve(beside));
        }
        Files.writeString(folder.resolve("ledger.yaml"), "tables: {}\n");
    }

    /** A piece of a spec as a whole one: with a name, with revisions and roles where something is said of them. */
    static String whole(String text) {
        boolean named = text.startsWith("spec:") || text.contains("\nspec:");
        boolean ofRevisions = text.startsWith("locks:") || text.startsWith("contracts:");
        return (named ? "" : "spec: example\n")
                + (text.startsWith("immutability:") ? "roles: {owner: shop_owner, application: shop_app}\n" : "")
                + (ofRevisions ? "migrations: {runner: sql, path: migrations}\n" : "")
                + text;
    }
}
