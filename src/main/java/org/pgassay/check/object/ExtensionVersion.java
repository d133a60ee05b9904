package org.pgassay.check.object;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Extension;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Check;
import org.pgassay.check.Evidence;
import org.pgassay.check.Finding;
import org.pgassay.check.Need;
import org.pgassay.check.ObjectRef;
import org.pgassay.spec.Location;
import org.pgassay.spec.SourceText;

/** An extension must be installed, in the version and the schema that are stated. */
record ExtensionVersion(StatedExtension extension) implements Check {

    static final String ID = "extension/version";

    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=)?\\s*([0-9A-Za-z][0-9A-Za-z._-]*)");

    private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String subject() {
        return Identifiers.quote(extension.name());
    }

    @Override
    public Location location() {
        return extension.location();
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CATALOG);
    }

    @Override
    public Set<ObjectRef> speaksOf(Catalog catalog) {
        return real(catalog).stream()
                .map(each -> new ObjectRef(ObjectKind.EXTENSION, subject()))
                .collect(Collectors.toSet());
    }

    private Optional<Extension> real(Catalog catalog) {
        return catalog.extensions().stream()
                .filter(each -> each.name().equals(extension.name()))
                .findFirst();
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Optional<Extension> real = real(evidence.catalog());
        SourceText version = extension.version();
        SourceText schema = extension.schema();
        String expected = (version == null ? "installed" : "version " + version.text())
                + (schema == null ? "" : " in " + Identifiers.quote(schema.text()));
        if (real.isEmpty()) {
            return List.of(Finding.failed(
                    this,
                    "the extension " + subject() + " is not installed.",
                    "Run CREATE EXTENSION " + subject() + " in a migration, or name it under postgres.extensions.",
                    expected,
                    "none"));
        }
        String observed = "version " + real.get().version() + " in "
                + Identifiers.quote(real.get().schema());
        List<String> faults = new ArrayList<>();
        if (version != null && !accepts(version.text(), real.get().version())) {
            faults.add("is of version " + real.get().version() + " and must be " + version.text());
        }
        if (schema != null && !schema.text().equals(real.get().schema())) {
            faults.add("is in the schema " + Identifiers.quote(real.get().schema()) + " and must be in "
                    + Identifiers.quote(schema.text()));
        }
        return List.of(
                faults.isEmpty()
                        ? Finding.passed(this, "the extension " + subject() + " is as stated.", observed, 1)
                        : Finding.failed(
                                this,
                                "the extension " + subject() + " " + String.join(", ", faults) + ".",
                                "Run ALTER EXTENSION … UPDATE or SET SCHEMA in a migration, or correct the spec.",
                                expected,
                                observed));
    }

    /** Whether a version satisfies every comparison; without an operator it must be the very same. */
    static boolean accepts(String stated, String version) {
        Matcher matcher = COMPARISON.matcher(stated);
        boolean any = false;
        while (matcher.find()) {
            any = true;
            int order = compare(version, matcher.group(2));
            boolean holds = switch (matcher.group(1) == null ? "=" : matcher.group(1)) {
                case ">=" -> order >= 0;
                case ">" -> order > 0;
                case "<=" -> order <= 0;
                case "<" -> order < 0;
                default -> order == 0;
            };
            if (!holds) {
                return false;
            }
        }
        return any;
    }

    /** Compares part by part: numbers as numbers, words as words; 1.2 comes before 1.10, and 1 before 1.0. */
    private static int compare(String left, String right) {
        List<String> lefts = parts(left);
        List<String> rights = parts(right);
        for (int i = 0; i < Math.min(lefts.size(), rights.size()); i++) {
            int order = comparePart(lefts.get(i), rights.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(lefts.size(), rights.size());
    }

    private static int comparePart(String left, String right) {
        boolean numbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
    }

    private static List<String> parts(String version) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(version);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }
}
