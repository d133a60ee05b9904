package org.pgassay.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as hashed or encrypted, and what only looks like it. */
class FormsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    private static final String SENTENCE = "a text that everyone can read, and that is no secret to anyone";

    private static final Random RANDOM = new Random(11);

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String like(String example) {
        return new Planted(5).like(example);
    }

    private static Stream<String> hashes() {
        return Stream.of(
                "bcrypt $2b$12${53:alnum}",
                "bcrypt $2y$10${53:alnum}",
                "argon2 $argon2id$v=19$m=65536,t=3,p=4${22:base64}${43:base64}",
                "scrypt $scrypt$ln=16,r=8,p=1${22:base64}${43:base64}",
                "scrypt scrypt:32768:8:1${16:alnum}${128:hex}",
                "pbkdf2 pbkdf2_sha256$600000${22:alnum}${43:base64}=",
                "pbkdf2 $pbkdf2-sha256$29000${22:alnum}${43:alnum}",
                "pbkdf2 pbkdf2:sha256:600000${16:alnum}${64:hex}",
                "sha512-crypt $6$rounds=656000${16:alnum}${86:alnum}",
                "sha256-crypt $5${16:alnum}${43:alnum}",
                "yescrypt $y$j9T${22:alnum}${43:alnum}",
                "scram SCRAM-SHA-256$4096:{22:base64}==${43:base64}=:{43:base64}=",
                "phc $balloon$v=1$s=1024,t=3${22:base64}${43:base64}");
    }

    @ParameterizedTest
    @MethodSource("hashes")
    void aHashIsKnownByItsForm(String stated) {
        int space = stated.indexOf(' ');
        HashForm form = HashForm.of(stated.substring(0, space));
        String hash = like(stated.substring(space + 1));

        assertThat(HashForm.fault(hash, List.of(HashForm.values()), 10)).isEmpty();
        assertThat(HashForm.fault(hash, List.of(form), 10)).isEmpty();
        List<HashForm> others =
                Stream.of(HashForm.values()).filter(each -> each != form).toList();
        assertThat(HashForm.fault(hash, others, 10))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith(form.word()));
        assertThat(HashForm.fault(hash.substring(0, hash.length() - 30), List.of(HashForm.values()), 10))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sommer-2024!",
                "changeme",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "md55f4dcc3b5aa765d61d8327deb882cf99",
                "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
                "$1$abcdefgh$0123456789abcdefghijkl",
                "$plaintext$abcdefghijkl$abcdefghijklmnopqrstuvwxyz",
                "{SSHA}0123456789abcdef0123456789abcdef",
                "$2b$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                "$2b$12$xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21l$RdescudvJCsgt3ub+b4dWRWJTmaaJObG0123456789A",
                "pbkdf2_sha256$1000$Zk3vQ9rT1xWm$9bXk2n1c0Vx7mQe4TzL8oYwRuJ5sHdKfGaPiNtB3vCM="
            })
    void whatIsNoSafeHashIsNone(String value) {
        assertThat(HashForm.fault(value, List.of(HashForm.values()), 10)).isPresent();
    }

    @Test
    void theFaultOfAValueSaysNothingOfIt() {
        assertThat(HashForm.fault("Sommer-2024!", List.of(HashForm.values()), 10))
                .hasValueSatisfying(fault -> assertThat(fault).doesNotContain("Sommer"));
        assertThat(encrypted("Sommer-2024!"))
                .hasValueSatisfying(fault -> assertThat(fault).doesNotContain("Sommer"));
    }

    private static Optional<String> encrypted(String value) {
        return EncryptedForm.fault(value, EncryptedForm.marked(), List.of(), TODAY);
    }

    private static String fernet(Instant time, byte[] rest) {
        ByteBuffer token = ByteBuffer.allocate(9 + rest.length);
        token.put((byte) 0x80).putLong(time.getEpochSecond()).put(rest);
        return Base64.getUrlEncoder().encodeToString(token.array());
    }

    @Test
    void fernetIsCheckedAsFarAsItCanBeWithoutTheKey() {
        Instant time = Instant.parse("2025-06-01T10:00:00Z");

        assertThat(encrypted(fernet(time, random(16 + 32 + 32)))).isEmpty();
        assertThat(encrypted(fernet(time, random(16 + 32 + 32)).replace("=", "")))
                .isEmpty();
        assertThat(encrypted(fernet(time, random(16 + 31 + 32))))
                .as("no whole blocks")
                .isPresent();
        assertThat(encrypted(fernet(time, random(16 + 32)))).as("no ciphertext").isPresent();
        assertThat(encrypted(fernet(Instant.EPOCH, random(80))))
                .as("before there was Fernet")
                .isPresent();
        assertThat(encrypted(fernet(Instant.parse("2027-01-01T00:00:00Z"), random(80))))
                .as("tomorrow")
                .isPresent();
        byte[] text = (SENTENCE + SENTENCE).substring(0, 80).getBytes(StandardCharsets.UTF_8);
        assertThat(encrypted(fernet(time, text))).as("text in a frame").isPresent();
    }

    private static byte[] pgp(int session, int tag, byte[] content) {
        ByteBuffer message = ByteBuffer.allocate(15 + 3 + content.length);
        message.put((byte) 0xc3)
                .put((byte) 13)
                .put((byte) session)
                .put(new byte[] {7, 3, 2})
                .put(random(8))
                .put((byte) 0x60);
        message.put((byte) (0xc0 | tag))
                .put((byte) (content.length + 1))
                .put((byte) 1)
                .put(content);
        return message.array();
    }

    @Test
    void pgpIsReadPacketByPacket() {
        byte[] message = pgp(4, 18, random(60));
        String armoured =
                "-----BEGIN PGP MESSAGE-----\nVersion: 1\n\n" + base64(message) + "\n=abcd\n-----END PGP MESSAGE-----";

        assertThat(encrypted(new String(message, StandardCharsets.ISO_8859_1))).isEmpty();
        assertThat(encrypted(base64(message))).isEmpty();
        assertThat(encrypted("\\x" + HexFormat.of().formatHex(message))).isEmpty();
        assertThat(encrypted(armoured)).isEmpty();
        assertThat(encrypted(base64(message).substring(0, 60))).as("cut").isPresent();
        assertThat(encrypted(base64(pgp(9, 18, random(60)))))
                .as("no such version")
                .isPresent();
        assertThat(encrypted(base64(pgp(4, 11, random(60)))))
                .as("a literal packet")
                .isPresent();
        assertThat(encrypted(base64(pgp(4, 18, SENTENCE.getBytes(StandardCharsets.UTF_8)))))
                .as("text")
                .isPresent();
        assertThat(encrypted("-----BEGIN PGP MESSAGE-----\n\nnothing\n-----END PGP MESSAGE-----"))
                .isPresent();
    }

    @Test
    void whatFollowsAPrefixMustLookRandom() {
        assertThat(encrypted("vault:v1:" + base64(random(60)))).isEmpty();
        assertThat(encrypted("enc:2:" + base64(random(12)) + ":" + base64(random(60))))
                .isEmpty();
        assertThat(encrypted("vault:v1:" + base64(SENTENCE.getBytes(StandardCharsets.UTF_8))))
                .isPresent();
        assertThat(encrypted("vault:v1:" + base64(SENTENCE.getBytes(StandardCharsets.UTF_16LE))))
                .isPresent();
        assertThat(encrypted("vault:v1:" + base64(base64(random(60)).getBytes(StandardCharsets.UTF_8))))
                .as("base64 in base64 is not what Vault writes")
                .isPresent();
        assertThat(encrypted("vault:v1:" + SENTENCE)).isPresent();
        assertThat(encrypted("vault:v1:")).isPresent();
        assertThat(encrypted("vault:v1:AAAA")).isPresent();
    }

    @Test
    void aStatedPrefixIsTheOnlyOne() {
        List<String> prefixes = List.of("vault:v");
        String payload = base64(random(60));

        assertThat(EncryptedForm.fault("vault:v3:" + payload, List.of(), prefixes, TODAY))
                .isEmpty();
        assertThat(EncryptedForm.fault("other:v3:" + payload, List.of(), prefixes, TODAY))
                .isPresent();
        assertThat(EncryptedForm.fault(payload, List.of(), prefixes, TODAY)).isPresent();
    }

    @Test
    void bytesWithoutAMarkCountOnlyWhereTheSpecSaysSo() {
        String bytes = base64(random(60));
        List<EncryptedForm> gcm = List.of(EncryptedForm.AES_GCM);

        assertThat(encrypted(bytes)).isPresent();
        assertThat(EncryptedForm.fault(bytes, gcm, List.of(), TODAY)).isEmpty();
        assertThat(EncryptedForm.fault(HexFormat.of().formatHex(random(60)), gcm, List.of(), TODAY))
                .isEmpty();
        assertThat(EncryptedForm.fault(base64(random(20)), gcm, List.of(), TODAY))
                .as("too short")
                .isPresent();
        assertThat(EncryptedForm.fault(new Planted(3).of("stripe-key"), gcm, List.of(), TODAY))
                .as("a key")
                .isPresent();
        assertThat(EncryptedForm.fault(SENTENCE, gcm, List.of(), TODAY)).isPresent();
        assertThat(EncryptedForm.fault(base64(SENTENCE.getBytes(StandardCharsets.UTF_8)), gcm, List.of(), TODAY))
                .isPresent();
        assertThat(EncryptedForm.fault(base64(new byte[60]), gcm, List.of(), TODAY))
                .as("zeros")
                .isPresent();
    }

    @Test
    void aJweSaysHowItIsEncrypted() {
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        String header = url.encodeToString("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}".getBytes(StandardCharsets.UTF_8));
        String signed = url.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
        String parts = ".." + url.encodeToString(random(12)) + "." + url.encodeToString(random(40)) + "."
                + url.encodeToString(random(16));

        assertThat(encrypted(header + parts)).isEmpty();
        assertThat(encrypted(signed + parts)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sommer-2024!",
                "gAAAA",
                "a sentence of words",
                "aGVsbG8gd29ybGQsIGhlbGxvIHdvcmxk",
                "Ключ в открытом виде"
            })
    void plainTextIsNotEncrypted(String value) {
        assertThat(encrypted(value)).isPresent();
    }

    /** A thousand random keys in plain text: none may pass for a message. */
    @Test
    void randomKeysInPlainTextAreNotEncrypted() {
        for (int i = 0; i < 1000; i++) {
            assertThat(encrypted(base64(random(30)))).isPresent();
            assertThat(encrypted(HexFormat.of().formatHex(random(32)))).isPresent();
        }
    }
}
