package imtokenpay.storefront.wiring;

import imtokenpay.storefront.ledger.LedgerFailure;
import imtokenpay.storefront.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Finds the data source in which the store itself works: set by `imtoken.shop.datasource`, else named by the
/// first
/// `jta-data-source` of a `META-INF/persistence.xml`, else the server's default.
final class StoreDataSource {

    private static final String DEFAULT = "java:comp/DefaultDataSource";

    private StoreDataSource() {}

    /// @throws LedgerFailure when there is none of that name
    static DataSource of(String name) {
        try {
            return (DataSource) new InitialContext().lookup(name);
        } catch (NamingException missing) {
            throw new LedgerFailure(
                    "There is no data source " + name + ": set imtoken.shop.datasource to the store's own", missing);
        }
    }

    static String name() {
        String configured =
                Settings.dataSource(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
        return configured.isEmpty()
                ? named(Thread.currentThread().getContextClassLoader()).orElse(DEFAULT)
                : configured;
    }

    static Optional<String> named(ClassLoader loader) {
        try {
            for (URL url : Collections.list(loader.getResources("META-INF/persistence.xml"))) {
                Optional<String> name = named(url);
                if (name.isPresent()) {
                    return name;
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new LedgerFailure("META-INF/persistence.xml cannot be read", unreadable);
        }
    }

    private static Optional<String> named(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(in);
            NodeList nodes = document.getElementsByTagNameNS("*", "jta-data-source");
            return nodes.getLength() == 0
                    ? Optional.empty()
                    : Optional.of(nodes.item(0).getTextContent().strip()).filter(text -> !text.isEmpty());
        } catch (SAXException | ParserConfigurationException malformed) {
            throw new LedgerFailure(url + " cannot be read", malformed);
        }
    }
}
