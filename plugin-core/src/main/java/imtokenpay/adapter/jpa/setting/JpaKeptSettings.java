package imtokenpay.adapter.jpa.setting;

import imtokenpay.merchant.setting.KeptSettings;
import imtokenpay.merchant.setting.Vault;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.stream.Collectors;

/// Kept settings as rows. All are written at every change, each sealed under its name and the
/// version: so no row of another time can be put in place of one of now.
@Dependent
public class JpaKeptSettings implements KeptSettings {
    private final EntityManager entities;
    private final Vault vault;

    @Inject
    public JpaKeptSettings(EntityManager entities, Vault vault) {
        this.entities = entities;
        this.vault = vault;
    }

    @Override
    public long version() {
        return entities.createQuery("select v.version from VersionRow v", Long.class)
                .getSingleResult();
    }

    @Override
    public Kept all() {
        var version = version();
        var sealed = sealed();
        // Changed between the two questions: the rows would not open under that version.
        for (var newer = version(); newer != version; newer = version()) {
            version = newer;
            sealed = sealed();
        }
        return opened(version, sealed);
    }

    @Override
    public Kept locked() {
        var version = row().version;
        return opened(version, sealed());
    }

    @Override
    public long keep(Map<String, String> texts) {
        var row = row();
        var version = ++row.version;
        entities.flush();
        entities.createQuery("delete from SettingRow s").executeUpdate();
        // What was read of them is not there any more.
        entities.clear();
        texts.forEach((name, text) -> {
            var setting = new SettingRow();
            setting.name = name;
            setting.sealed = vault.seal(sealedAs(name, version), text);
            entities.persist(setting);
        });
        entities.flush();
        return version;
    }

    private Map<String, String> sealed() {
        return entities.createQuery("select s.name, s.sealed from SettingRow s", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private Kept opened(long version, Map<String, String> sealed) {
        var texts = sealed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, row -> vault.open(sealedAs(row.getKey(), version), row.getValue())));
        return new Kept(version, texts);
    }

    private VersionRow row() {
        return entities.find(VersionRow.class, VersionRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    private static String sealedAs(String name, long version) {
        return name + " of version " + version;
    }
}
