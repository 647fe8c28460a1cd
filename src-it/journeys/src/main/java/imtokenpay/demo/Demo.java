package imtokenpay.demo;

import imtokenpay.demo.Plan.Pace;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.Ports;
import imtokenpay.story.Figures;
import imtokenpay.story.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What `./demo` starts once everything is built.
public final class Demo {
    private static final int PORT = 8080;

    private final Wishes wishes;
    private final Progress progress;
    private final int port;
    private final Path home;

    private Demo(Wishes wishes, Progress progress) {
        this.wishes = wishes;
        this.progress = progress;
        int wanted = wishes.port().orElse(PORT);
        this.port = Ports.freeFrom(wanted);
        this.home = Folder.fresh(Built.here().root().resolve(".demo").resolve(Integer.toString(port)));
        if (port != wanted) {
            progress.say("port " + wanted + " is busy, so it is " + port);
        }
    }

    public static void main(String[] options) {
        Progress progress = new Progress(System.out, Long.getLong("imtokenpay.started", System.currentTimeMillis()));
        boolean well;
        try {
            Demo demo = new Demo(Wishes.of(List.of(options)), progress);
            well = demo.wishes.story() ? demo.play() : demo.show();
        } catch (IllegalStateException | AssertionError e) {
            progress.say("this did not work: " + e.getMessage());
            well = false;
        }
        System.exit(well ? 0 : 1);
    }

    private boolean play() {
        Story story;
        boolean well;
        try (DemoWorld world = DemoWorld.open(plan(Pace.BRISK), progress::say)) {
            progress.say("ready; now the story");
            story = new Story(world.stage(new Figures(progress::seconds)), progress::say);
            well = story.play();
        }
        System.out.println(story.result());
        return well;
    }

    /// Returns only when the server ends by itself, which it should not.
    private boolean show() {
        try (DemoWorld world = DemoWorld.open(plan(Pace.RELAXED), progress::say)) {
            progress.say("ready");
            System.out.println(guide(world));
            world.server().awaitEnd();
        }
        return false;
    }

    private String guide(DemoWorld world) {
        return """

                The shop       %s/
                               Order a book and pay with imToken. On the checkout page the button marked
                               DEMO ONLY does what a shopper does with a phone.
                The merchant   %s/admin/
                               Set-up page: %s/admin/setup
                               One-time set-up token: %s
                Addresses      merchant %s
                               shopper  %s
                The chain      %s
                The log        %s

                Ctrl-C stops everything.
                """.formatted(
                        world.server().shop().base(),
                        world.server().plugin().base(),
                        world.server().plugin().base(),
                        world.server().setUpToken(),
                        world.devnet().merchant(),
                        world.devnet().shopper(),
                        world.devnet().describe(),
                        home.resolve("payara.log"));
    }

    private Plan plan(Pace pace) {
        var place = new Plan.Place(home, port, OptionalInt.empty(), Optional.empty(), true);
        return new Plan(place, wishes.paper(), wishes.keep(), pace, Map.of());
    }
}
