package imtokenpay.story;

import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Plugin;
import imtokenpay.outside.Shop;
import imtokenpay.outside.Wire;
import java.util.List;

/// The application server with plugin and shop in it.
public interface Server {

    Shop shop();

    Plugin plugin();

    /// The merchant's own screens, logged in.
    AdminScreens admin();

    /// The wire on which the plugin tells the shop.
    Wire webhooks();

    /// What the server has logged so far.
    List<String> log();

    /// Stops it as a power cut would.
    void crash();

    /// Starts it again on the same data and waits until both applications answer.
    void restart();
}
