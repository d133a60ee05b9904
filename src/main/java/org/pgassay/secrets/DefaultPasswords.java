package org.pgassay.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that everyone tries first, as the resource {@code default-passwords.txt} lists them. */
final class DefaultPasswords {

    private static final Set<String> ALL = read();

    private DefaultPasswords() {}

    private static Set<String> read() {
        try (InputStream resource = DefaultPasswords.class.getResourceAsStream("default-passwords.txt")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of default passwords in the jar cannot be read", e);
        }
    }

    static boolean has(String value) {
        return ALL.contains(value.toLowerCase(Locale.ROOT));
    }
}
