package imtokenpay.quote.campaign;

import java.util.regex.Pattern;

/// A campaign's name among campaigns: `cmp_` and 128 random bits.
public record CampaignId(String text) {
    private static final Pattern SHAPE = Pattern.compile("cmp_[0-9A-HJKMNP-TV-Z]{26}");

    public CampaignId {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a campaign id");
        }
    }

    /// Whether a text has the shape of a campaign id, so that rubbish never reaches the database.
    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
