package org.pgassay.migration.alembic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.Revision;

/** Alembic's files say the same without Python as with it, or are refused at their line. */
class AlembicFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Revision only(String text) throws IOException {
        write("versions/a.py", text);
        List<Revision> revisions = AlembicFiles.read(folder).revisions();
        assertThat(revisions).hasSize(1);
        return revisions.get(0);
    }

    @Test
    void annotatedAssignmentsAndTuplesOverSeveralLinesAreRead() throws IOException {
        Revision revision = only("""
                #!/usr/bin/env python
                # -*- coding: utf-8 -*-
                \"""Merge the branches # not a comment

                Revises: x, y
                \"""
                from typing import Sequence, Union

                from alembic import op

                # revision = "commented"
                revision: str = "a" 'b'  # implicit concatenation
                down_revision: Union[str, Sequence[str], None] = (
                    "x",  # first
                    'y#1',

                    r"z",
                )
                branch_labels: Union[str, None] = {"one"}
                depends_on = ["p", \\
                              "q"]

                def upgrade() -> None:
                    revision = "inner"
                    op.execute("update t set down_revision = 'no'")

                def downgrade() -> None:
                    op.drop_table("t")
                """);

        assertThat(revision.id()).isEqualTo("ab");
        assertThat(revision.parents()).containsExactly("x", "y#1", "z");
        assertThat(revision.dependsOn()).containsExactly("p", "q");
        assertThat(revision.labels()).containsExactly("one");
        assertThat(revision.title()).isEqualTo("Merge the branches # not a comment");
        assertThat(revision.line()).isEqualTo(12);
        assertThat(revision.down()).isEqualTo(revision.file());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            None               |
            ()                 |
            []                 |
            "x"                | x
            ("x")              | x
            ("x",)             | x
            "x", "y"           | x,y
            ["x", "y",]        | x,y
            u'x'               | x
            "\\x41\\u0042\\103" | ABC
            f"x"               | x
            ""\"x""\"          | x
            """)
    void literalsAreReadAsPythonReadsThem(String written, String expected) throws IOException {
        Revision revision = only("revision = 'r'\ndown_revision = " + written + "\n");

        assertThat(String.join(",", revision.parents())).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "down_revision = PREVIOUS",
                "down_revision = None or 'x'",
                "down_revision = f'{x}'",
                "down_revision = b'x'",
                "down_revision = 'x' + 'y'",
                "down_revision = 'x'.lower()",
                "down_revision = 7",
                "down_revision = (None,)",
                "down_revision = other = 'x'",
                "other = down_revision = 'x'",
                "other, down_revision = 'x', 'y'",
                "if True:\n    down_revision = 'x'",
                "if True: down_revision = 'x'",
                "from base import down_revision",
                "from base import PARENT as down_revision",
                "down_revision = None\ndown_revision += 'x'"
            })
    void whatIsNoLiteralIsRefusedAtItsLine(String statement) throws IOException {
        Path file = write("versions/a.py", "revision = 'r'\n\n" + statement + "\n");

        assertThatThrownBy(() -> AlembicFiles.read(folder))
                .isInstanceOf(MigrationException.class)
                .hasMessageMatching("(?s)" + Pattern.quote(file.toString())
                        + ":[345]: down_revision is .*cannot be told without running the file.*");
    }

    @Test
    void allFilesThatCannotBeReadAreNamedAtOnce() throws IOException {
        write("versions/a.py", "revision = compute()\ndown_revision = None\n");
        write("versions/b.py", "revision = 'b'\n");
        write("versions/helper.py", "x = 1\n");
        write("versions/d.py", "revision = 'a@b'\ndown_revision = None\n");

        assertThatThrownBy(() -> AlembicFiles.read(folder))
                .hasMessageContaining("a.py:1: revision is not stated as a literal")
                .hasMessageContaining("b.py:1: revision b states no down_revision")
                .hasMessageContaining("helper.py:1: the file states no revision id")
                .hasMessageContaining("d.py:1: the revision id 'a@b' holds one of @, + and -");
    }

    @Test
    void lineEndsAndByteOrderMarksMakeNoDifference() throws IOException {
        String text = "\"\"\"First\n\nmore\"\"\"\nrevision = 'r'\ndown_revision = (\n    'x',\n)\n";
        Revision plain = only(text);
        Revision marked = only("\uFEFF" + text.replace("\n", "\r\n"));

        assertThat(marked).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pass                                   | false
            ...                                    | false
            "nothing to undo"                      | false
            raise NotImplementedError("never")     | false
            return                                 | false
            op.drop_table("t")                     | true
            pass; op.drop_table("t")               | true
            """)
    void whatUndoesNothingIsNoUndo(String body, boolean undoes) throws IOException {
        String head = "revision = 'r'\ndown_revision = None\n\n";
        Revision block = only(head + "def downgrade() -> None:\n    \"\"\"Undo.\"\"\"\n    # why\n    " + body + "\n");
        assertThat(block.down() != null).as(body).isEqualTo(undoes);

        Revision line = only(head + "def downgrade(): " + body + "\n\nx = 1\n");
        assertThat(line.down() != null).as("on one line: " + body).isEqualTo(undoes);
    }

    @Test
    void theFoldersAreThoseOfAlembicIni() throws IOException {
        write("alembic.ini", """
                # comment
                [alembic]
                script_location = %(here)s/db
                version_path_separator = os
                version_locations = %(here)s/one:
                    %(here)s/two
                recursive_version_locations = true
                [loggers]
                script_location = elsewhere
                """);
        write("one/a.py", "revision = 'a'\ndown_revision = None\n");
        write("one/__init__.py", "");
        write("one/__pycache__/z.py", "revision = 'z'\n");
        write("one/b.pyc", "no");
        write("two/deep/b.py", "revision = 'b'\ndown_revision = 'left'\nbranch_labels = None\n");
        write("two/c.py", "revision = 'c'\ndown_revision = 'a'\nbranch_labels = ('left',)\n");

        assertThat(AlembicFiles.read(folder).revisions())
                .extracting(Revision::id, revision -> String.join(",", revision.parents()))
                .containsExactlyInAnyOrder(tuple("a", ""), tuple("b", "c"), tuple("c", "a"));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        write("alembic.ini", "[alembic]\nscript_location = nowhere\n");

        assertThatThrownBy(() -> AlembicFiles.read(folder)).hasMessageContaining("nowhere/versions is not there");
    }
}
