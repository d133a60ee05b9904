package org.pgassay.init;

import java.util.regex.Pattern;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Names;

/** Writes names as the keys of a spec have them. */
final class SpecNames {

    private static final Pattern ODD = Pattern.compile("[\".]");

    private static final Pattern WORDS = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(\\.[A-Za-z_][A-Za-z_0-9]*)?");

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

    /** The key of a function without its arguments: it is read as SQL, where more has to stand in double quotes. */
    static String function(Names names, QualifiedName name) {
        String key = key(names, name);
        if (WORDS.matcher(key).matches() || key.endsWith("\"")) {
            return key;
        }
        boolean first = name.schema().equals(names.schemas().get(0));
        return first ? quoted(name.name()) : quoted(name.schema()) + "." + quoted(name.name());
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
