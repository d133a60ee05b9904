package org.pgassay.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which encrypted values are kept, as far as they can be told without a key. */
public enum EncryptedForm {
    /** The Fernet specification: version 0x80, time, initialisation vector, blocks of 16 bytes, HMAC. */
    FERNET("fernet"),
    /** RFC 9580: packets, as ASCII armour, bytes, base64 or hexadecimal digits. */
    PGP("pgp"),
    /** A prefix that says which key and version, such as {@code vault:v1:}, then bytes in base64 or hexadecimal digits. */
    PREFIXED("prefixed"),
    /** RFC 7516, compact: five parts, the first of which says how it is encrypted. */
    JWE("jwe"),
    /** Nonce, ciphertext and tag without any mark: all that can be told is that they look random. */
    AES_GCM("aes-gcm");

    private static final int NONCE_AND_TAG = 28;
    private static final int FERNET_FRAME = 57;
    private static final int BLOCK = 16;
    private static final long FIRST_FERNET = LocalDate.of(2012, 1, 1).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC);

    private static final Pattern PREFIX =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9_-]{0,30}[:$.]v?[0-9]{1,6}[:$.])(?<payload>.+)", Pattern.DOTALL);

    private final String word;

    EncryptedForm(String word) {
        this.word = word;
    }

    /** As a spec writes it. */
    public String word() {
        return word;
    }

    /** The form of that name. */
    public static EncryptedForm of(String word) {
        return Arrays.stream(values())
                .filter(form -> form.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("the schema lets '" + word + "' pass as a form of encryption"));
    }

    /** The forms that have a mark of their own. */
    public static List<EncryptedForm> marked() {
        return List.of(FERNET, PGP, PREFIXED, JWE);
    }

    /**
     * What is wrong with a value that should be encrypted, in words that say nothing of the value; nothing where all is well.
     *
     * @param allowed the forms that it may have
     * @param prefixes what may stand before the bytes, where the spec says it
     * @param today after which nothing can have been encrypted
     */
    public static Optional<String> fault(
            String value, List<EncryptedForm> allowed, List<String> prefixes, LocalDate today) {
        for (String prefix : prefixes) {
            if (value.startsWith(prefix)) {
                return payload(value.substring(prefix.length()).replaceFirst("^v?[0-9]{0,6}:", ""));
            }
        }
        Optional<EncryptedForm> form = Arrays.stream(values())
                .filter(each -> each != AES_GCM && each.marks(value))
                .findFirst();
        if (form.isPresent() && allowed.contains(form.get())) {
            return form.get().fault(value, today);
        } else if (form.isPresent() && !allowed.contains(AES_GCM)) {
            return Optional.of(form.get().word + ", which is not among the forms that the spec names");
        }
        if (allowed.contains(AES_GCM)) {
            byte[] bytes = Bytes.decoded(value).orElseGet(() -> Bytes.raw(value));
            boolean token = !SecretScanner.standard().kindsIn("", value).isEmpty();
            return bytes.length >= NONCE_AND_TAG && Bytes.random(bytes) && !token
                    ? Optional.empty()
                    : Optional.of(plain(value, "too short or too regular for nonce, ciphertext and tag"));
        }
        return Optional.of(plain(value, "no form of encryption that is known"));
    }

    private boolean marks(String value) {
        return switch (this) {
            case FERNET -> value.startsWith("gAAAA");
            case PGP -> PgpMessage.of(value).isPresent();
            case PREFIXED -> PREFIX.matcher(value).matches();
            case JWE ->
                value.startsWith("eyJ") && value.chars().filter(c -> c == '.').count() == 4;
            case AES_GCM -> false;
        };
    }

    private Optional<String> fault(String value, LocalDate today) {
        return switch (this) {
            case FERNET -> fernet(value, today);
            case PGP -> PgpMessage.of(value).flatMap(PgpMessage::fault);
            case PREFIXED -> {
                Matcher matcher = PREFIX.matcher(value);
                yield matcher.matches() ? payload(matcher.group("payload")) : Optional.of("no prefix");
            }
            case JWE -> jwe(value);
            case AES_GCM -> Optional.empty();
        };
    }

    private static Optional<String> fernet(String value, LocalDate today) {
        byte[] token = Bytes.base64(value).orElse(new byte[0]);
        if (token.length < FERNET_FRAME + BLOCK
                || (token.length - FERNET_FRAME) % BLOCK != 0
                || (token[0] & 0xff) != 0x80) {
            return Optional.of("Fernet that was cut or damaged");
        }
        long time = ByteBuffer.wrap(token, 1, Long.BYTES).getLong();
        long latest = today.plusDays(2).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC);
        if (time < FIRST_FERNET || time > latest) {
            return Optional.of("Fernet in form only: its time is before 2012 or in the future");
        }
        byte[] rest = Arrays.copyOfRange(token, 9, token.length);
        return Bytes.random(rest) ? Optional.empty() : Optional.of("Fernet in form only: what it holds can be read");
    }

    /** One part or several, such as nonce, tag and ciphertext, of which the longest counts. */
    private static Optional<String> payload(String payload) {
        String longest = Arrays.stream(payload.split("[:$.|]", -1))
                .reduce("", (one, other) -> one.length() >= other.length() ? one : other);
        byte[] bytes = Bytes.decoded(longest).orElse(new byte[0]);
        if (bytes.length == 0) {
            return Optional.of("a prefix before plain text");
        } else if (Bytes.readable(bytes)) {
            return Optional.of("a prefix before base64 of plain text");
        }
        return Bytes.random(bytes) ? Optional.empty() : Optional.of("a prefix before what is too short or too regular");
    }

    private static Optional<String> jwe(String value) {
        String[] parts = value.split("\\.", -1);
        String header = Bytes.base64(parts[0])
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        byte[] content = Bytes.base64(parts[3]).orElse(new byte[0]);
        boolean named = header.contains("\"alg\"") && header.contains("\"enc\"");
        return named && content.length > 0 && !(content.length >= BLOCK && Bytes.readable(content))
                ? Optional.empty()
                : Optional.of("JWE in form only");
    }

    private static String plain(String value, String otherwise) {
        List<String> tokens = SecretScanner.standard().kindsIn("", value);
        if (value.isEmpty()) {
            return "empty";
        } else if (!tokens.isEmpty()) {
            return "plain text: " + SecretScanner.standard().kinds().get(tokens.get(0));
        } else if (value.length() >= 8
                && Bytes.decoded(value).filter(Bytes::readable).isPresent()) {
            return "plain text, or base64 of it";
        }
        boolean words = value.chars().anyMatch(Character::isWhitespace)
                || Bytes.decoded(value).isEmpty();
        return words && Bytes.readable(value.getBytes(StandardCharsets.UTF_8)) ? "plain text" : otherwise;
    }
}
