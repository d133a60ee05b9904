package org.pgassay.check.tenancy;

import org.pgassay.check.Isolation.TenantColumn;
import org.pgassay.check.Names;

/** Reads the column that a tenant column refers to, as a spec writes it: {@code table.column}. */
final class RootColumn {

    private RootColumn() {}

    /** Why a text names no column; empty if it does. */
    static String fault(String written, Names names) {
        int dot = dot(written);
        if (dot <= 0 || dot == written.length() - 1) {
            return "'" + written + "' names no column of a table; write it as table.column, such as tenants.id";
        }
        return names.fault(written.substring(0, dot));
    }

    /** The tenant column. */
    static TenantColumn of(String name, String written, Names names) {
        int dot = dot(written);
        String column = written.substring(dot + 1);
        boolean quoted = column.length() > 1 && column.startsWith("\"") && column.endsWith("\"");
        String key = quoted ? column.substring(1, column.length() - 1).replace("\"\"", "\"") : column;
        return new TenantColumn(name, names.resolve(written.substring(0, dot)), key);
    }

    /** The last dot that stands in no quotes. */
    private static int dot(String written) {
        boolean quoted = false;
        int last = -1;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            quoted ^= c == '"';
            last = c == '.' && !quoted ? i : last;
        }
        return last;
    }
}
