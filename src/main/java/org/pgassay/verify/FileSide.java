package org.pgassay.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pgassay.catalog.CatalogFile;
import org.pgassay.catalog.CatalogFileException;
import org.pgassay.diff.Side;

/** The catalog of a verified run, as a side of a comparison. */
record FileSide(CatalogFile file) implements OpenSide {

    /**
     * Reads the file.
     *
     * @throws SchemaException if it cannot be read, or is no such file
     */
    static FileSide read(Path path) {
        try {
            return new FileSide(CatalogFile.read(Files.readString(path), path.toString()));
        } catch (IOException e) {
            throw new SchemaException(path + " cannot be read: " + e, false);
        } catch (CatalogFileException e) {
            throw new SchemaException(String.valueOf(e.getMessage()), false);
        }
    }

    @Override
    public int version() {
        return file.postgresMajor();
    }

    @Override
    public List<String> scope() {
        return file.schemas();
    }

    @Override
    public List<String> allSchemas() {
        return file.schemas();
    }

    @Override
    public Side read(String label, List<String> schemas) {
        List<String> unread = schemas.stream()
                .filter(schema -> !file.schemas().contains(schema))
                .toList();
        if (!unread.isEmpty()) {
            throw new SchemaException(
                    label + " is about " + String.join(", ", file.schemas()) + ", and says nothing of the schema "
                            + unread.get(0) + ". Compare what it is about, with --schema.",
                    false);
        }
        return new Side(label, Part.of(file.catalog(), schemas), version(), List.of());
    }

    /** Does nothing: there is nothing to close. */
    @Override
    public void close() {}
}
