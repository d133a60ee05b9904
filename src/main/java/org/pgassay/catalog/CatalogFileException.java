package org.pgassay.catalog;

/** A fingerprint file that cannot be used: object, effect and what to do. */
public final class CatalogFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Describes what is wrong with the file. */
    public CatalogFileException(String message) {
        super(message);
    }
}
