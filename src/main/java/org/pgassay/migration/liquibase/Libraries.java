package org.pgassay.migration.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.migration.MigrationException;
import org.pgassay.migration.ToolUnavailableException;

/**
 * Finds Liquibase: in the jars that a spec names, in a class loader of their own, or on the class path.
 *
 * <p>A class loader of jars loads {@link DirectCalls} and what belongs to it anew, so that it meets the Liquibase beside
 * it; all else but Liquibase it takes from where pgAssay itself is.
 */
final class Libraries extends URLClassLoader {

    private static final String CALLS = DirectCalls.class.getName();

    private Libraries(URL[] jars) {
        super(jars, Libraries.class.getClassLoader());
    }

    /**
     * The calls of the Liquibase that was found.
     *
     * @param jars empty for that of the class path
     * @throws ToolUnavailableException if there is none
     */
    static LiquibaseCalls calls(List<Path> jars) throws IOException {
        try {
            ClassLoader loader = jars.isEmpty() ? Libraries.class.getClassLoader() : new Libraries(urls(jars));
            Class.forName("liquibase.Liquibase", false, loader);
            Constructor<?> calls = Class.forName(CALLS, true, loader).getDeclaredConstructor();
            calls.setAccessible(true);
            return (LiquibaseCalls) calls.newInstance();
        } catch (ClassNotFoundException e) {
            throw new ToolUnavailableException((jars.isEmpty()
                            ? "Liquibase is not on the class path"
                            : "the jars under libraries do not hold Liquibase")
                    + ", so no migration was run. Put liquibase-core with what it needs into a folder, and name it"
                    + " in the spec: libraries: [libs/*.jar].");
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new MigrationException("this version of Liquibase cannot be used: " + e);
        }
    }

    private static URL[] urls(List<Path> jars) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean own = name.startsWith("liquibase.") || name.equals(CALLS) || name.startsWith(CALLS + "$");
        if (!own) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : name.startsWith(CALLS) ? again(name) : findClass(name);
        }
    }

    /** What belongs to Liquibase comes from the jars alone: another one on the class path has parts that do not fit. */
    private static boolean ofLiquibase(String resource) {
        return resource.contains("liquibase");
    }

    @Override
    public @Nullable URL getResource(String name) {
        return ofLiquibase(name) ? findResource(name) : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return ofLiquibase(name) ? findResources(name) : super.getResources(name);
    }

    private Class<?> again(String name) throws ClassNotFoundException {
        String resource = name.replace('.', '/') + ".class";
        try (InputStream stream = Libraries.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = stream.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
