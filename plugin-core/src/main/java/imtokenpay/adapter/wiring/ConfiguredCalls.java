package imtokenpay.adapter.wiring;

import imtokenpay.flow.caller.CallRate;
import imtokenpay.flow.caller.CallRates;
import imtokenpay.flow.caller.TrustedProxies;
import imtokenpay.merchant.key.AddressRange;

/// How fast stores may call, and whose word about who calls is believed, as configured.
final class ConfiguredCalls {
    private static final String A_SECOND = "imtoken.api.calls-per-second";
    private static final String BURST = "imtoken.api.calls-burst";
    private static final String PROXIES = "imtoken.trusted-proxies";
    private static final int A_SECOND_DEFAULT = 50;
    private static final int BURST_DEFAULT = 200;
    private static final int MOST = 100_000;
    // Enough for a person who mistypes and for a shop with a wrong key; too few for a machine that guesses.
    private static final CallRate STRANGER = CallRate.of(1, 20);

    private ConfiguredCalls() {}

    static CallRates rates(Settings settings) {
        var perSecond = counted(settings, A_SECOND, A_SECOND_DEFAULT);
        return new CallRates(CallRate.of(perSecond, counted(settings, BURST, BURST_DEFAULT)), STRANGER);
    }

    static TrustedProxies proxies(Settings settings) {
        return new TrustedProxies(settings.list(PROXIES).stream()
                .map(text -> settings.parsed(
                        PROXIES, text, AddressRange::parse, "must list IP addresses or ranges such as 10.0.0.0/8"))
                .toList());
    }

    private static int counted(Settings settings, String key, int otherwise) {
        var number = settings.number(key, otherwise);
        if (number < 1 || number > MOST) {
            throw Settings.wrong(key, "must be 1 to " + MOST);
        }
        return number;
    }
}
