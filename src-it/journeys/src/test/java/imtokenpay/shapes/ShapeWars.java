package imtokenpay.shapes;

import imtokenpay.server.Built;
import imtokenpay.storefront.StorefrontOrders;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/// Stores of different makes, each a WAR with the adapter as built and nothing of the plugin.
public record ShapeWars(Built built, Path folder) {

    private static final String ECLIPSELINK = """
            <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
            <jta-data-source>java:app/jdbc/shape</jta-data-source>
            <class>imtokenpay.shapes.ShapeOrder</class>
            <shared-cache-mode>NONE</shared-cache-mode>
            <properties>
              <property name="jakarta.persistence.schema-generation.database.action" value="create"/>
            </properties>""";

    private static final String HIBERNATE = """
            <provider>org.hibernate.jpa.HibernatePersistenceProvider</provider>
            <jta-data-source>java:app/jdbc/shape</jta-data-source>
            <class>imtokenpay.shapes.ShapeOrder</class>
            <properties>
              <property name="jakarta.persistence.schema-generation.database.action" value="create"/>
              <property name="hibernate.transaction.jta.platform" value="SunOne"/>
              <property name="hibernate.enhancer.enableDirtyTracking" value="false"/>
              <property name="hibernate.enhancer.enableLazyInitialization" value="false"/>
              <property name="hibernate.enhancer.enableAssociationManagement" value="false"/>
              <property name="hibernate.type.json_format_mapper" value="jsonb"/>
              <property name="hibernate.type.xml_format_mapper" value="jaxb"/>
            </properties>""";

    private static final String PERSISTENCE = """
            <persistence-context-ref>
              <persistence-context-ref-name>persistence/shape</persistence-context-ref-name>
              <persistence-unit-name>shape</persistence-unit-name>
            </persistence-context-ref>""";

    private static final String LOGIN = """
            <security-constraint>
              <web-resource-collection>
                <web-resource-name>the test's door</web-resource-name><url-pattern>/door</url-pattern>
              </web-resource-collection>
            </security-constraint>
            <security-constraint>
              <web-resource-collection>
                <web-resource-name>everything</web-resource-name><url-pattern>/*</url-pattern>
              </web-resource-collection>
              <auth-constraint><role-name>customer</role-name></auth-constraint>
            </security-constraint>
            <login-config><auth-method>BASIC</auth-method><realm-name>file</realm-name></login-config>
            <security-role><role-name>customer</role-name></security-role>""";

    private static final String SMILE = """
            <filter>
              <filter-name>smile</filter-name><filter-class>imtokenpay.shapes.AllIsWell</filter-class>
            </filter>
            <filter-mapping><filter-name>smile</filter-name><url-pattern>/*</url-pattern></filter-mapping>""";

    private static final List<String> OF_HIBERNATE =
            List.of("hibernate", "byte-buddy", "antlr", "classmate", "jandex", "jboss-logging");

    /// One with Payara's own persistence, EclipseLink.
    public Path plain() {
        return written("plain", web("plain", "", ""), ECLIPSELINK, ContainersOrders.class);
    }

    /// One whose `web.xml` forbids to look for annotations.
    public Path complete() {
        return written(
                "complete",
                web("complete", " metadata-complete=\"true\"", PERSISTENCE),
                ECLIPSELINK,
                ContainersOrders.class);
    }

    /// One that asks for a login everywhere.
    public Path guarded() {
        return written("guarded", web("guarded", "", LOGIN), ECLIPSELINK, ContainersOrders.class);
    }

    /// One that brings Hibernate.
    public Path hibernate() {
        return written("hibernate", web("hibernate", "", ""), HIBERNATE, ContainersOrders.class);
    }

    /// One that manages its transactions itself.
    public Path beanManaged() {
        return written("bean-managed", web("bean-managed", "", ""), ECLIPSELINK, BeansOwnOrders.class);
    }

    /// One that makes a 200 of whatever happens.
    public Path smiling() {
        return written(
                "smiling",
                web("smiling", "", SMILE),
                ECLIPSELINK,
                ContainersOrders.class,
                AllIsWell.class,
                AnyFailure.class,
                AnyFailure.Swallow.class);
    }

    private Path written(
            String name, String webXml, String unit, Class<? extends StorefrontOrders> orders, Class<?>... more) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war")
                .addClasses(ShapeOrder.class, OrderBook.class, DoorServlet.class, orders)
                .addClasses(more)
                .addAsLibrary(built.adapterJar().toFile())
                .addAsWebInfResource(new StringAsset(webXml), "web.xml")
                .addAsWebInfResource(new StringAsset(glassfish(name)), "glassfish-web.xml")
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml")
                .addAsResource(new StringAsset(persistence(unit)), "META-INF/persistence.xml");
        if (unit.equals(HIBERNATE)) {
            addHibernate(war);
        }
        Path file = folder.resolve(name + ".war");
        war.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private void addHibernate(WebArchive war) {
        WebArchive plugin = ShrinkWrap.create(ZipImporter.class, "plugin.war")
                .importFrom(built.pluginWar().toFile())
                .as(WebArchive.class);
        plugin.getContent(path -> isOfHibernate(path)).forEach((path, node) -> war.add(node.getAsset(), path));
    }

    private static boolean isOfHibernate(ArchivePath path) {
        return OF_HIBERNATE.stream().anyMatch(jar -> path.get().startsWith("/WEB-INF/lib/" + jar));
    }

    private static String web(String name, String attribute, String more) {
        return """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0"%s>
                  <servlet>
                    <servlet-name>door</servlet-name>
                    <servlet-class>imtokenpay.shapes.DoorServlet</servlet-class>
                  </servlet>
                  <servlet-mapping><servlet-name>door</servlet-name><url-pattern>/door</url-pattern></servlet-mapping>
                  %s
                  <data-source>
                    <name>java:app/jdbc/shape</name>
                    <class-name>org.h2.jdbcx.JdbcDataSource</class-name>
                    <user>sa</user>
                    <password>sa</password>
                    <property>
                      <name>url</name><value>jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1</value>
                    </property>
                  </data-source>
                </web-app>""".formatted(attribute, more, name);
    }

    private static String glassfish(String name) {
        return "<glassfish-web-app><context-root>/" + name + "</context-root>"
                + (name.equals("hibernate") ? "<class-loader delegate=\"false\"/>" : "") + "</glassfish-web-app>";
    }

    private static String persistence(String unit) {
        return """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="shape" transaction-type="JTA">%s</persistence-unit>
                </persistence>""".formatted(unit);
    }

    private static final String BEANS = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>""";
}
