package imtokenpay.admin.campaign;

import java.util.List;

/// A campaign as somebody has typed it. Every text may be anything.
///
/// @param off percent or an amount, by what `kind` says
/// @param kind `percent` or `amount`
/// @param assets CAIP-19 ids; none for any asset
/// @param from a moment in UTC such as `2026-12-01 08:00`; empty for now
/// @param until as `from`; empty for no end
/// @param minimum an amount; empty for no bound
/// @param budget an amount; empty for no bound
record Draft(
        String store,
        String name,
        String currency,
        String kind,
        String off,
        List<String> assets,
        boolean firstOrder,
        String from,
        String until,
        String minimum,
        String budget) {}
