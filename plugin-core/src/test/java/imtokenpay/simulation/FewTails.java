package imtokenpay.simulation;

import java.util.random.RandomGenerator;

/// A generator that draws small numbers where many are to choose from, so that payments of one price meet at the same
/// amounts all the time.
record FewTails(RandomGenerator random) implements RandomGenerator {
    private static final int MANY = 1_000;
    private static final int FEW = 4;

    @Override
    public long nextLong() {
        return random.nextLong();
    }

    @Override
    public int nextInt(int bound) {
        return random.nextInt(bound < MANY ? bound : FEW);
    }
}
