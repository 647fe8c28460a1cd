package imtokenpay.story;

import java.util.function.Consumer;

/// Plays all scenes one after the other and tells how each went.
public final class Story {
    private static final double NANOS = 1e9;

    private final Stage stage;
    private final Consumer<String> teller;
    private int passed;
    private int failed;

    public Story(Stage stage, Consumer<String> teller) {
        this.stage = stage;
        this.teller = teller;
    }

    /// Whether every scene went well.
    public boolean play() {
        for (Scene scene : Scene.values()) {
            if (scene.isPlayable(stage)) {
                play(scene);
            } else {
                teller.accept("-             not played, there is no Bitcoin node here: " + scene.sentence());
            }
        }
        stage.figures().lines().forEach(teller);
        return failed == 0;
    }

    /// The line that closes the story.
    public String result() {
        return passed + " passed, " + failed + " failed";
    }

    // A scene that fails in whatever way must not keep the others from being played.
    private void play(Scene scene) {
        long start = System.nanoTime();
        try {
            scene.play(stage);
            passed++;
            tell("ok    ", scene, start);
        } catch (RuntimeException | AssertionError e) {
            failed++;
            tell("FAILED", scene, start);
            teller.accept("          " + e);
        }
    }

    private void tell(String outcome, Scene scene, long start) {
        double seconds = (System.nanoTime() - start) / NANOS;
        teller.accept(String.format(java.util.Locale.ROOT, "%s %5.1f s  %s", outcome, seconds, scene.sentence()));
    }
}
