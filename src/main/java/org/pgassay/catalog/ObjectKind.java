package org.pgassay.catalog;

/** The kinds of object that a schema holds, and the kinds of part that such an object has. */
public enum ObjectKind {
    SCHEMA("schema", "schemas"),
    TABLE("table", "tables"),
    COLUMN("column", "columns"),
    INDEX("index", "indexes"),
    CONSTRAINT("constraint", "constraints"),
    TRIGGER("trigger", "triggers"),
    POLICY("policy", "policies"),
    RULE("rule", "rules"),
    VIEW("view", "views"),
    MATERIALIZED_VIEW("materialized view", "materializedViews"),
    SEQUENCE("sequence", "sequences"),
    /** Functions, procedures, aggregates and window functions. */
    FUNCTION("function", "functions"),
    /** Enum, domain, composite and range types. */
    TYPE("type", "types"),
    EXTENSION("extension", "extensions"),
    COLLATION("collation", "collations"),
    /** Extended statistics. */
    STATISTICS("statistics object", "statistics"),
    EVENT_TRIGGER("event trigger", "eventTriggers"),
    PUBLICATION("publication", "publications"),
    FOREIGN_SERVER("foreign server", "foreignServers"),
    /** Default privileges, by role, schema and kind of object. */
    DEFAULT_PRIVILEGES("default privileges", "defaultPrivileges"),
    /** Every other kind: operators, casts, text search objects, base types, foreign-data wrappers and so on. */
    OTHER("other object", "otherObjects");

    private final String word;
    private final String plural;

    ObjectKind(String word, String plural) {
        this.word = word;
        this.plural = plural;
    }

    /** The kind in plain words, such as {@code materialized view}. */
    public String word() {
        return word;
    }

    /** Whether its objects belong to a table or view and are made by a statement of their own that names it. */
    public boolean isHosted() {
        return switch (this) {
            case TRIGGER, POLICY, RULE, INDEX -> true;
            case SCHEMA,
                    TABLE,
                    COLUMN,
                    CONSTRAINT,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    FUNCTION,
                    TYPE,
                    EXTENSION,
                    COLLATION,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION,
                    FOREIGN_SERVER,
                    DEFAULT_PRIVILEGES,
                    OTHER -> false;
        };
    }

    /** The key of a spec that names the objects of the kind, such as {@code materializedViews}. */
    public String plural() {
        return plural;
    }
}
