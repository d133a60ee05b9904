package org.pgassay.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scanner finds, and what it lets pass. */
class SecretScannerTest {

    private static final SecretScanner SCANNER = SecretScanner.standard();

    private final Planted planted = new Planted(42);

    private static List<TokenRule> rules() {
        return SCANNER.tokenRules();
    }

    private static List<String> kinds(String text) {
        return SCANNER.scan(text).stream().map(Sighting::kind).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aTokenIsFoundWhereverItStands(TokenRule rule) {
        for (int i = 0; i < 20; i++) {
            String token = planted.like(rule.example());

            assertThat(kinds("a text with " + token + " in it")).as(rule.id()).containsExactly(rule.id());
            assertThat(kinds("{\"config\": \"" + token + "\"}")).as(rule.id()).containsExactly(rule.id());
            assertThat(kinds("insert into t values (1, '" + token + "');"))
                    .as(rule.id())
                    .containsExactly(rule.id());
            assertThat(kinds("\\n" + token + "\n")).as(rule.id()).containsExactly(rule.id());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatOnlyLooksLikeATokenPasses(TokenRule rule) {
        String token = planted.like(rule.example());
        String keyword = rule.keywords().get(0);
        String tail = token.substring(Math.min(token.length(), keyword.length() + 3));

        assertThat(kinds("the prefix " + keyword + " alone, or " + keyword + "... in a text"))
                .isEmpty();
        if (rule.entropy() > 0) {
            String repeated = token.replace(tail, "x".repeat(tail.length()));
            assertThat(kinds(repeated)).as("with its characters masked").isEmpty();
        }
    }

    @Test
    void theListOfTokensIsSound() {
        assertThat(rules()).hasSizeGreaterThan(40);
        assertThat(rules().stream().map(TokenRule::id)).doesNotHaveDuplicates();
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(rule.keywords()).isNotEmpty();
            String repetitions = rule.pattern().replaceAll("\\\\.", "").replaceAll("\\[[^]]*]", "");
            assertThat(repetitions)
                    .as("the pattern of " + rule.id() + ": what repeats without bound can be made to take forever")
                    .doesNotContain("*", ",}")
                    .doesNotContainPattern("[^}]\\+");
        });
    }

    @Test
    void aSightingSaysWhereAndWhat() {
        String text = "-- überall\nselect 'ü', '" + planted.of("github-token") + "';";

        assertThat(SCANNER.scan(text)).containsExactly(new Sighting("github-token", "token of GitHub", 2, 14));
    }

    private static Stream<String> passwords() {
        return Stream.of(
                "password|password = 'Tr0ub4dor&3'",
                "password|\"dbPassword\": \"Tr0ub4dor&3\"",
                "password|DB_PASSWORD=Tr0ub4dor&3",
                "password|  smtp_pass: Tr0ub4dor&3",
                "password|export PGPASSWORD='Tr0ub4dor&3'",
                "password|<password>Tr0ub4dor&3</password>",
                "password|config[\"password\"] = \"Tr0ub4dor&3\"",
                "password|def connect(password: str = \"Tr0ub4dor&3\"):",
                "password|create table t (password text not null default 'Tr0ub4dor&3')",
                "password|insert into users (id, \"password\") values (1, 'x'), (2, 'Tr0ub4dor&3');",
                "password|insert into users (id, name, password) values (1, 'O''Hara, (A)', crypt('Tr0ub4dor&3', gen_salt('bf')));",
                "password|COPY public.users (id, password) FROM stdin;\n1\tx\n2\tTr0ub4dor&3\n\\.\n",
                "default-password|password: changeme",
                "default-password|insert into users (name, password) values ('admin', 'admin123')",
                "default-password|insert into users (name, hashed_password) values ('admin', 'admin123')",
                "default-password|postgres://postgres:postgres@localhost/db",
                "default-password|alter user postgres with password 'postgres'",
                "role-password|create role app login password 'x-1'",
                "role-password|CREATE USER app WITH ENCRYPTED PASSWORD E'swordfish'",
                "role-password|alter role app password $$swordfish$$",
                "role-password|create user mapping for app server far options (user 'app', password 'swordfish')",
                "url-credentials|url: postgresql+psycopg2://app:sw0rdfish@db.internal:5432/shop",
                "url-credentials|redis://:sw0rdfish@cache:6379/0",
                "assigned-secret|api_key = 'k7Gx02mPqLz91TtYb4Wc'",
                "assigned-secret|JWT_SECRET=k7Gx02mPqLz91TtYb4Wc",
                "assigned-secret|set app.encryption_key to 'k7Gx02mPqLz91TtYb4Wc'",
                "assigned-secret|\"clientSecret\" : \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b\"",
                "fernet-key|ENCRYPTION_KEY=" + "Zm9yIHRlc3RzIG9u" + "bHkgMTIzNDU2Nzg5MGFiY2RlZmc=",
                "fernet-key|cipher = Fernet(b'" + "Zm9yIHRlc3RzIG9u" + "bHkgMTIzNDU2Nzg5MGFiY2RlZmc=" + "')");
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void aPasswordIsFoundByItsName(String stated) {
        int bar = stated.indexOf('|');

        assertThat(kinds(stated.substring(bar + 1))).containsExactly(stated.substring(0, bar));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = '<your-password>'",
                "password = '${DB_PASSWORD}'",
                "password: ${DB_PASSWORD:-none}",
                "password: xxxxxxxx",
                "password = '********'",
                "password = os.environ['DB_PASSWORD']",
                "password = NEW.password",
                "this.password = password;",
                "password varchar(255) not null",
                "check (length(password) >= 12)",
                "password = crypt(input, gen_salt('bf', 12))",
                "comment on column users.password is 'Password, at least 12 characters'",
                "insert into users (password_hash) values ('$2b$12$abcdefghijklmnopqrstuuO5E1D2Xh0uXvJ1mV5b5h3L5Yk0Q8pQK')",
                "alter role app password 'SCRAM-SHA-256$4096:c2FsdHNhbHRzYWx0$abc:def'",
                "alter role app password :'app_password'",
                "create role app login password null",
                "postgres://user:password@localhost/db",
                "postgres://app:${PASSWORD}@localhost/db",
                "postgres://app@localhost:5432/db",
                "https://alice:sw0rdfish@example.com/",
                "https://docs.internal/a:b@c/d",
                "api_key uuid not null default gen_random_uuid()",
                "api_key = 'b3b0c7a4-3c5f-4d5e-9c55-0a1b2c3d4e5f'",
                "secret = 'tenant_llm_configs_api_key_v2'",
                "token_type = 'bearer12345678901234567890'",
                "secret_name: prod/db/main-password-2024",
                "sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "revision = '3f2a9c81b7d4'",
                "max_tokens = 4096",
                "select token from sessions where token = $1",
                "Set.of(\"password\", \"token\", \"secret\")",
                "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
                "key: AKIAIOSFODNN7EXAMPLE",
                "Lorem ipsum dolor sit amet, consectetur adipiscing elit"
            })
    void whatIsNoSecretPasses(String text) {
        assertThat(kinds(text)).isEmpty();
    }

    @Test
    void oneSecretIsFoundOnce() {
        String text = "OPENAI_API_KEY='" + planted.of("openai-key") + "'\nurl = postgres://app:sw0rdfish@db/x\n";

        assertThat(kinds(text)).containsExactly("openai-key", "url-credentials");
    }

    @Test
    void theNameOfAColumnSpeaksForItsValues() {
        assertThat(SCANNER.kindsIn("smtp_password", "Tr0ub4dor&3")).containsExactly("password");
        assertThat(SCANNER.kindsIn("note", "Tr0ub4dor&3")).isEmpty();
        assertThat(SCANNER.kindsIn("note", "see " + planted.of("slack-token"))).containsExactly("slack-token");
    }

    @Test
    void maskingLeavesNothingOfASecretAndAllElse() {
        String token = planted.of("gitlab-token");

        assertThat(SCANNER.masked("a " + token + " and password='Tr0ub4dor&3'."))
                .isEqualTo("a *** and password='***'.");
    }

    /** What this repository, and the schemas of others in its class path, hold is known: nothing else may be found in them. */
    @Test
    void filesWithoutSecretsAreSilent() throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("schema-specs", "docs", "src/test/resources")) {
            for (Path file : files(Path.of(folder))) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                kinds(text).forEach(kind -> found.add(kind + " " + file));
            }
        }
        found.removeIf(each -> each.contains("checks/security/"));

        assertThat(found).containsExactly("role-password src/test/resources/org/pgassay/postgres/catalog/further.sql");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith("docs/checks/security") && !file.endsWith("security.md"))
                    .sorted()
                    .toList();
        }
    }

    /** Texts that are made to be slow: each is what some finder looks for, over and over, and never comes to an end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = '",
                "password",
                "token ",
                "insert into t (password) values (",
                "insert into t (password) values ('",
                "copy t (password) from stdin\n",
                "create role password '",
                "://a:b",
                "eyJaaaaaaaaaaaa.",
                "eyJ-",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nA-: b\n",
                "xoxb-1-",
                "AccountKey=",
                "Q~",
                "a_",
                "\n"
            })
    void noTextMakesItSlow(String piece) {
        String text = piece.repeat(300_000 / piece.length());
        long start = processor();
        SCANNER.scan(text);

        assertThat(Duration.ofNanos(processor() - start)).isLessThan(Duration.ofSeconds(3));
    }

    /** The processor's time: others may be at work on the machine. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** A dump of ten megabytes, as it comes. */
    @Test
    @Tag("long")
    void megabytesTakeSeconds() {
        String row = "insert into public.users (id, email, password_hash, settings) values (17, 'anna@shop.internal',"
                + " '$2b$12$abcdefghijklmnopqrstuuO5E1D2Xh0uXvJ1mV5b5h3L5Yk0Q8pQK', '{\"token\": null}');\n";
        String text = row.repeat(10_000_000 / row.length()) + "password = 'Tr0ub4dor&3'";
        long start = processor();

        assertThat(kinds(text)).containsExactly("password");
        assertThat(Duration.ofNanos(processor() - start)).isLessThan(Duration.ofSeconds(8));
    }
}
