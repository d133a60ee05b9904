package org.pgassay.init;

import java.util.regex.Pattern;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Names;

/** Writes names as the keys of a spec have them. */
final class SpecNames {

    private static final Pattern ODD = Pattern.compile("[\".]");

    private SpecNames() {}

    /**
     * The key of an object: its name as PostgreSQL stores it, behind its schema outside the first one; in double quotes
     * where it would be taken for something else otherwise.
     */
    static String key(Names names, QualifiedName name) {
        boolean first = name.schema().equals(names.schemas().get(0));
        String plain = first ? name.name() : name.schema() + "." + name.name();
        boolean odd =
                ODD.matcher(first ? name.name() : name.name() + name.schema()).find();
        if (!odd && names.resolve(plain).equals(name)) {
            return plain;
        }
        return first ? quoted(name.name()) : quoted(name.schema()) + "." + quoted(name.name());
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
