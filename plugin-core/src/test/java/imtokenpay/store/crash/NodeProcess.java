package imtokenpay.store.crash;

import imtokenpay.store.StoreDatabase;
import java.nio.file.Path;

/// A node as a process of its own, so that it can die as a process dies.
public final class NodeProcess {
    private NodeProcess() {}

    /// Lives.
    ///
    /// @param arguments address of the database, folder of the diary, seed of the world, and where to die: the
    /// point, the count, the nanoseconds
    public static void main(String[] arguments) {
        var diary = new Diary(Path.of(arguments[1]));
        var world = new World(Long.parseLong(arguments[2]));
        var plan = new Death.Plan(arguments[3], Integer.parseInt(arguments[4]), Long.parseLong(arguments[5]));
        var death = new Death(diary, plan);
        try (var database = StoreDatabase.at(arguments[0], death)) {
            new Node(database, world, diary, death).live();
        }
    }
}
