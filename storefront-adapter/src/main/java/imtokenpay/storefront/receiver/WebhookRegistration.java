package imtokenpay.storefront.receiver;

import imtokenpay.storefront.faces.TagFiles;
import imtokenpay.storefront.settings.Settings;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.HttpConstraintElement;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletSecurityElement;
import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/// Puts the receiver into the store's web application. Not by annotation: a store whose `web.xml` says
/// `metadata-complete` would not see it, and one that asks for a login everywhere would lock the plugin out.
public class WebhookRegistration implements ServletContainerInitializer {

    @Override
    public void onStartup(Set<Class<?>> none, ServletContext context) {
        ServletRegistration.Dynamic servlet = context.addServlet("imtoken-webhook", WebhookServlet.class);
        servlet.addMapping(
                Settings.webhookPath(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class)));
        servlet.setServletSecurity(new ServletSecurityElement(new HttpConstraintElement(EmptyRoleSemantic.PERMIT)));
        servlet.setLoadOnStartup(1);
        FilterRegistration.Dynamic tags = context.addFilter("imtoken-tags", TagFiles.class);
        tags.setAsyncSupported(true);
        tags.addMappingForUrlPatterns(null, true, TagFiles.places());
    }
}
