package org.pgassay.spec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of nodes that the JSON Schema has accepted: a component takes the value of the key of its name, or of
 * that which {@link Key} gives it.
 *
 * <p>A component of type {@link Location} takes the place of the record itself. A missing list or map is empty,
 * a missing boolean false, anything else that is missing null. Where a list is wanted, one value stands for a
 * list of one.
 */
final class Binder {

    private Binder() {}

    /** The record of that class for a mapping, or for a single value where it has a {@link ShortForm}. */
    static <T extends Record> T bind(Class<T> type, Node node) {
        return type.cast(record(type, node, node.location()));
    }

    private static Object record(Class<?> type, Node node, Location at) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(type, components[i], node, at);
        }
        return construct(type, components, values);
    }

    private static @Nullable Object component(Class<?> type, RecordComponent component, Node node, Location at) {
        if (component.getType() == Location.class) {
            return at;
        }
        if (node instanceof Node.Mapping mapping) {
            Node.Entry entry = mapping.entries().get(key(component));
            return entry == null || isNull(entry.value())
                    ? missing(component.getType())
                    : value(component.getGenericType(), entry.value(), entry.key());
        }
        ShortForm shortForm = type.getAnnotation(ShortForm.class);
        return shortForm != null && shortForm.value().equals(component.getName())
                ? value(component.getGenericType(), node, at)
                : missing(component.getType());
    }

    private static String key(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key == null ? component.getName() : key.value();
    }

    private static Object nothing(Class<?> type, Location at) {
        return record(type, new Node.Mapping(at, Map.of()), at);
    }

    private static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.type() == Node.Scalar.Type.NULL;
    }

    private static @Nullable Object missing(Class<?> type) {
        if (type == List.class) {
            return List.of();
        } else if (type == Map.class) {
            return Map.of();
        } else if (type == boolean.class) {
            return false;
        }
        return null;
    }

    private static Object value(Type generic, Node node, Location at) {
        if (generic instanceof ParameterizedType parameterized) {
            return parameterized.getRawType() == List.class
                    ? list(parameterized.getActualTypeArguments()[0], node)
                    : map(parameterized.getActualTypeArguments()[1], node);
        }
        Class<?> type = (Class<?>) generic;
        if (type.isInstance(node)) {
            return node;
        } else if (type == SourceText.class) {
            return new SourceText(scalar(node));
        } else if (type.isRecord()) {
            return isNull(node) ? nothing(type, at) : record(type, node, at);
        } else if (type.isEnum()) {
            return constant(type, scalar(node).value());
        }
        return simple(type, scalar(node));
    }

    private static List<?> list(Type item, Node node) {
        List<Node> items = node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
        return items.stream().map(each -> value(item, each, each.location())).toList();
    }

    private static Map<String, ?> map(Type item, Node node) {
        Map<String, Object> values = new LinkedHashMap<>();
        ((Node.Mapping) node)
                .entries()
                .forEach((key, entry) -> values.put(key, value(item, entry.value(), entry.key())));
        return Collections.unmodifiableMap(values);
    }

    private static Object simple(Class<?> type, Node.Scalar scalar) {
        String text = scalar.value();
        if (type == String.class) {
            return text;
        } else if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(text.toLowerCase(Locale.ROOT));
        } else if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text.replace("_", ""));
        } else if (type == long.class || type == Long.class) {
            return Long.valueOf(text.replace("_", ""));
        } else if (type == Double.class) {
            return Double.valueOf(text.replace("_", ""));
        }
        throw new IllegalStateException("no spec value can be bound to " + type);
    }

    private static Object constant(Class<?> type, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        Optional<?> constant = Arrays.stream(type.getEnumConstants())
                .filter(each -> each.toString().equals(name))
                .findFirst();
        if (constant.isEmpty()) {
            throw new IllegalStateException("the schema lets '" + word + "' pass, but " + type + " has no such value");
        }
        return constant.get();
    }

    private static Node.Scalar scalar(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar;
        }
        throw new IllegalStateException(
                "the schema lets " + node.kind() + " pass where a single value is bound, at " + node.location());
    }

    private static Object construct(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }
}
