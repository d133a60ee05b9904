package org.pgassay.check.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.spec.Location;
import org.pgassay.spec.ShortForm;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that says where no secret may stand.
 *
 * @param security null where the spec does not say
 */
public record SecuritySection(SecuritySection.@Nullable Security security) {

    /**
     * What must be kept secret.
     *
     * @param hashed columns that hold hashes only
     * @param encrypted columns that hold encrypted values only
     * @param noSecretsIn where no secret may stand
     * @param allow what is a secret in form only, with the reason
     * @param privileges what must hold of privileges
     */
    public record Security(
            Location location,
            List<HashedSpec> hashed,
            List<EncryptedSpec> encrypted,
            List<PlaceSpec> noSecretsIn,
            List<AllowSpec> allow,
            List<SourceText> privileges) {

        /** Copies the lists. */
        public Security {
            hashed = List.copyOf(hashed);
            encrypted = List.copyOf(encrypted);
            noSecretsIn = List.copyOf(noSecretsIn);
            allow = List.copyOf(allow);
            privileges = List.copyOf(privileges);
        }
    }

    /**
     * A column that holds hashes only.
     *
     * @param column {@code table.column}
     * @param as the forms that it may have; empty for all that are known
     * @param minCost what a bcrypt hash costs at least; null for the least that is safe
     */
    @ShortForm("column")
    public record HashedSpec(
            Location location,
            SourceText column,
            List<SourceText> as,
            @Nullable Integer minCost) {

        /** Copies the list. */
        public HashedSpec {
            as = List.copyOf(as);
        }
    }

    /**
     * A column that holds encrypted values only.
     *
     * @param column {@code table.column}
     * @param as the forms that it may have; empty for all that have a mark of their own
     */
    @ShortForm("column")
    public record EncryptedSpec(Location location, SourceText column, List<FormSpec> as) {

        /** Copies the list. */
        public EncryptedSpec {
            as = List.copyOf(as);
        }
    }

    /**
     * A form of encryption: one that has a name, or one that a prefix marks.
     *
     * @param prefix such as {@code vault:v}
     */
    @ShortForm("form")
    public record FormSpec(
            Location location,
            @Nullable SourceText form,
            @Nullable SourceText prefix) {}

    /**
     * Where no secret may stand: one of the words for places, a pattern of files, or a list of these.
     *
     * @param documents patterns of files
     */
    @ShortForm("place")
    public record PlaceSpec(Location location, @Nullable SourceText place, List<SourceText> documents) {

        /** Copies the list. */
        public PlaceSpec {
            documents = List.copyOf(documents);
        }
    }

    /**
     * What is a secret in form only.
     *
     * @param file a pattern of files
     * @param column {@code table.column}, or a pattern of such
     * @param object a pattern of objects' names, for privileges
     * @param kind what it would be taken for
     * @param reason why it is none
     */
    public record AllowSpec(
            Location location,
            @Nullable SourceText file,
            @Nullable SourceText column,
            @Nullable SourceText object,
            SourceText kind,
            String reason) {}
}
