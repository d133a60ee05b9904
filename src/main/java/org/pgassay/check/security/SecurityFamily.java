package org.pgassay.check.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.check.StoredValues.Place;
import org.pgassay.check.security.SecuritySection.AllowSpec;
import org.pgassay.check.security.SecuritySection.EncryptedSpec;
import org.pgassay.check.security.SecuritySection.FormSpec;
import org.pgassay.check.security.SecuritySection.HashedSpec;
import org.pgassay.check.security.SecuritySection.PlaceSpec;
import org.pgassay.check.security.SecuritySection.Security;
import org.pgassay.secrets.EncryptedForm;
import org.pgassay.secrets.HashForm;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Where no secret may stand in plain text, and what must hold of privileges. */
public final class SecurityFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/security/schema.json";

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(SecuritySection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(SecurityHashed.ID, SecurityHashed.class),
                new CheckKind(SecurityEncrypted.ID, SecurityEncrypted.class),
                new CheckKind(SecretsInFiles.ID, SecretsInFiles.class),
                new CheckKind(SecretsInColumns.ID, SecretsInColumns.class),
                new CheckKind(SecurityPrivileges.ID, SecurityPrivileges.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        Security stated = spec.section(SecuritySection.class).security();
        return stated == null ? List.of() : SecurityProblems.of(spec, stated);
    }

    @Override
    public List<Check> checks(Spec spec) {
        Security stated = spec.section(SecuritySection.class).security();
        if (stated == null) {
            return List.of();
        }
        Names names = new Names(spec.schemas());
        List<Check> checks = new ArrayList<>();
        stated.hashed().forEach(each -> checks.add(hashed(each, names)));
        stated.encrypted().forEach(each -> checks.add(encrypted(each, names)));
        files(spec, stated).ifPresent(checks::add);
        columns(stated, names).ifPresent(checks::add);
        @Nullable String owner = spec.roles().owner();
        stated.privileges()
                .forEach(word -> Privilege.of(word.text())
                        .ifPresent(privilege -> checks.add(new SecurityPrivileges(
                                privilege, owner, allowances(stated, privilege), names, word.location()))));
        return checks;
    }

    private static Check hashed(HashedSpec stated, Names names) {
        List<HashForm> forms =
                stated.as().stream().map(form -> HashForm.of(form.text())).toList();
        Integer cost = stated.minCost();
        return new SecurityHashed(
                StatedColumn.place(stated.column().text(), names),
                forms.isEmpty() ? List.of(HashForm.values()) : forms,
                cost == null ? HashForm.BCRYPT_COST : cost,
                names,
                stated.location());
    }

    private static Check encrypted(EncryptedSpec stated, Names names) {
        List<EncryptedForm> forms =
                texts(stated, FormSpec::form).map(EncryptedForm::of).toList();
        return new SecurityEncrypted(
                StatedColumn.place(stated.column().text(), names),
                stated.as().isEmpty() ? EncryptedForm.marked() : forms,
                texts(stated, FormSpec::prefix).toList(),
                names,
                stated.location());
    }

    private interface Part {
        @Nullable
        SourceText of(FormSpec form);
    }

    private static Stream<String> texts(EncryptedSpec stated, Part part) {
        return stated.as().stream()
                .flatMap(form -> Stream.ofNullable(part.of(form)))
                .map(SourceText::text);
    }

    private static Optional<Check> files(Spec spec, Security stated) {
        SecretPlaces places = new SecretPlaces(spec);
        List<FileSelection> selections = stated.noSecretsIn().stream()
                .flatMap(place -> places.files(place).stream())
                .toList();
        return selections.isEmpty()
                ? Optional.empty()
                : Optional.of(new SecretsInFiles(
                        selections,
                        allowances(stated, allow -> allow.file() != null),
                        selections.get(0).location()));
    }

    /** Whether a place is the columns of tables. */
    static boolean isColumns(PlaceSpec place) {
        SourceText word = place.place();
        return word != null && word.text().equals(SecretPlaces.TEXT_COLUMNS);
    }

    private static Optional<Check> columns(Security stated, Names names) {
        Set<Place> judged = Stream.concat(
                        stated.hashed().stream().map(HashedSpec::column),
                        stated.encrypted().stream().map(EncryptedSpec::column))
                .map(column -> StatedColumn.place(column.text(), names))
                .collect(Collectors.toUnmodifiableSet());
        return stated.noSecretsIn().stream()
                .filter(SecurityFamily::isColumns)
                .findFirst()
                .map(place -> new SecretsInColumns(
                        judged, allowances(stated, allow -> allow.column() != null), names, place.location()));
    }

    private static List<Allowance> allowances(Security stated, Privilege privilege) {
        return allowances(
                stated, allow -> allow.object() != null && allow.kind().text().equals(privilege.word()));
    }

    private static List<Allowance> allowances(Security stated, Predicate<AllowSpec> which) {
        return stated.allow().stream()
                .filter(which)
                .map(SecurityFamily::allowance)
                .toList();
    }

    private static Allowance allowance(AllowSpec stated) {
        SourceText where = Stream.of(stated.file(), stated.column(), stated.object())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow();
        Location at = stated.location();
        return new Allowance(where.text(), stated.kind().text(), stated.reason(), at);
    }
}
