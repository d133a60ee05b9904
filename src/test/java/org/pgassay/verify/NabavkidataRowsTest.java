package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pgassay.postgres.catalog.ScratchDatabase;

/** What the schema of nabavkidata does with rows: the lines of its checklist that no catalog can tell. */
class NabavkidataRowsTest {

    private static final Path SCHEMA = NabavkidataTest.SPEC.resolveSibling("offline/upgrade.sql");

    private static final Path ROWS = Path.of("src/test/resources/nabavkidata/rows.sql");

    private ScratchDatabase database;

    @BeforeEach
    void fill() throws Exception {
        database = ScratchDatabase.on(15);
        database.run(Files.readString(SCHEMA)).run(Files.readString(ROWS));
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void everyTableTakesARowAndIsRead() throws SQLException {
        assertThat(tables()).hasSize(32);
        assertThat(empty()).isEmpty();
    }

    @Test
    void theServerGivesWhatIsNotGiven() throws SQLException {
        assertThat(query("""
                select subscription_tier, not email_verified, not is_trial_expired, created_at is not null from users
                union all select tier, not cancel_at_period_end, true, created_at is not null from subscriptions
                union all select frequency, is_active, filters = '{}', created_at is not null from alerts
                union all select language, email_notifications, in_app_notifications, updated_at is not null from user_preferences
                """)).containsExactly("free t t t", "free t t t", "daily t t t", "mk t t t");
    }

    @Test
    void aUserTakesAlongWhatOnlyTheUserHas() throws SQLException {
        database.run("delete from users");

        assertThat(empty())
                .containsExactlyInAnyOrder(
                        "alerts",
                        "api_keys",
                        "message_threads",
                        "messages",
                        "notifications",
                        "personalization_settings",
                        "rate_limits",
                        "refresh_tokens",
                        "saved_searches",
                        "subscription_usage",
                        "subscriptions",
                        "user_preferences",
                        "users");
        assertThat(query("select user_id is null, subscription_id is null from billing_events"))
                .containsExactly("t t");
        assertThat(query("select admin_user_id is null from admin_audit_log")).containsExactly("t");
    }

    @Test
    void aTenderTakesAlongWhatIsSaidOfIt() throws SQLException {
        database.run("delete from tenders");

        assertThat(empty())
                .containsExactlyInAnyOrder(
                        "analysis_history",
                        "documents",
                        "embeddings",
                        "notifications",
                        "tender_documents",
                        "tender_entity_link",
                        "tenders");
    }

    @Test
    void aCodeThatGoesLeavesItsTenders() throws SQLException {
        database.run("delete from cpv_codes");

        assertThat(query("select cpv_code is null from tenders")).containsExactly("t");
    }

    @Test
    void aCounterCountsAnAddressOrAUser() {
        String insert =
                "insert into rate_limits (ip_address, user_id, endpoint, window_start) select %s, %s, '/', now()";

        assertThatThrownBy(() -> database.run(insert.formatted("null", "null")))
                .hasMessageContaining("ck_rate_limits_one_is_counted");
        assertThatThrownBy(() -> database.run((insert + " from users").formatted("'10.0.0.1'", "user_id")))
                .hasMessageContaining("ck_rate_limits_one_is_counted");
    }

    @Test
    void anEventOfStripeIsTakenInOnce() throws SQLException {
        database.run("insert into billing_events (event_type) values ('by hand'), ('by hand')");
        String event = "insert into billing_events (event_type, stripe_event_id) values ('invoice.paid', 'evt_1')";
        database.run(event);

        assertThatThrownBy(() -> database.run(event)).hasMessageContaining("ux_billing_events_stripe_event_id");
    }

    private List<String> tables() throws SQLException {
        return query("select relname from pg_catalog.pg_class"
                + " where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname");
    }

    private List<String> empty() throws SQLException {
        List<String> empty = new ArrayList<>();
        for (String table : tables()) {
            if (query("select from " + table + " limit 1").isEmpty()) {
                empty.add(table);
            }
        }
        return empty;
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = database.connection().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(result.getString(i));
                }
                rows.add(String.join(" ", values));
            }
        }
        return rows;
    }
}
