package org.pgassay.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Fingerprint;
import org.pgassay.check.Finding;
import org.pgassay.check.security.SecuritySection;
import org.pgassay.check.security.SecuritySection.Security;
import org.pgassay.secrets.SecretScanner;
import org.pgassay.spec.Spec;
import org.pgassay.verify.Examination.Examined;

/**
 * Keeps secrets out of what checks say: whoever looks at a default, a statement or an error of PostgreSQL may quote one.
 *
 * <p>Only of a spec that asks for secrets: others must read as they are.
 */
final class Masking {

    private Masking() {}

    static List<Examined> of(List<Examined> examined, Spec spec) {
        if (!applies(spec)) {
            return examined;
        }
        return examined.stream()
                .map(each -> new Examined(
                        each.check(),
                        each.findings().stream().map(Masking::masked).toList()))
                .toList();
    }

    /** Whether no text of the schema, such as a default, holds what must not be told. */
    static boolean isFree(Catalog catalog, Spec spec) {
        return !applies(spec)
                || Fingerprint.texts(catalog)
                        .allMatch(text -> SecretScanner.standard().masked(text).equals(text));
    }

    private static boolean applies(Spec spec) {
        Security security = spec.section(SecuritySection.class).security();
        return security != null && !security.noSecretsIn().isEmpty();
    }

    private static Finding masked(Finding finding) {
        return new Finding(
                finding.check(),
                finding.subject(),
                finding.verdict(),
                SecretScanner.standard().masked(finding.message()),
                finding.help(),
                text(finding.expected()),
                text(finding.observed()),
                finding.examined(),
                finding.evidence().stream()
                        .map(SecretScanner.standard()::masked)
                        .toList(),
                finding.role(),
                finding.location());
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : SecretScanner.standard().masked(text);
    }
}
