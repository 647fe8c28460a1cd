package imtokenpay.simulation;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A table whose copies share its rows until one of them is written to. So a transaction costs what it writes, and
/// whoever has looked at the rows can tell by their identity that nothing has changed since.
final class Table<K, V> extends AbstractMap<K, V> {
    private Map<K, V> rows;
    private boolean isShared;

    Table() {
        this(new LinkedHashMap<>(), false);
    }

    private Table(Map<K, V> rows, boolean isShared) {
        this.rows = rows;
        this.isShared = isShared;
    }

    /// The same rows for somebody else.
    Table<K, V> copy() {
        isShared = true;
        return new Table<>(rows, true);
    }

    /// Stays the same object as long as no row changes.
    Object version() {
        return rows;
    }

    @Override
    public V get(Object key) {
        return rows.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return rows.containsKey(key);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public V put(K key, V value) {
        return own().put(key, value);
    }

    @Override
    public V remove(Object key) {
        return own().remove(key);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return walk(rows);
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
    }

    private Map<K, V> own() {
        if (isShared) {
            rows = new LinkedHashMap<>(rows);
            isShared = false;
        }
        return rows;
    }

    private Iterator<Entry<K, V>> walk(Map<K, V> walked) {
        var entries = walked.entrySet().iterator();
        return new Iterator<>() {
            private K last;

            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Entry<K, V> next() {
                var entry = entries.next();
                last = entry.getKey();
                return entry;
            }

            // The first removal may be what makes the rows our own; those that are walked stay as they were then.
            @Override
            public void remove() {
                if (own() == walked) {
                    entries.remove();
                } else {
                    rows.remove(last);
                }
            }
        };
    }
}
