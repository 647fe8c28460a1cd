package imtokenpay.admin.audit;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.audit.AuditRow;
import imtokenpay.flow.audit.ReadAudit;
import imtokenpay.flow.audit.ReadAudit.Check;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The audit log, page by page.
@Named("audit")
@RequestScoped
public class AuditView {
    private static final int SHOWN_MAX = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final List<AuditRow> read;
    private final boolean isFirstPage;
    private final Supplier<Optional<Check>> whole;
    private Optional<Check> check = Optional.empty();

    /// For the container's proxy only.
    protected AuditView() {
        this.read = List.of();
        this.isFirstPage = true;
        this.whole = Optional::empty;
    }

    @Inject
    public AuditView(ReadAudit audit) {
        var before = Optional.of(Desk.asked("before"))
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong);
        this.isFirstPage = before.isEmpty();
        // One more than shown tells whether there are older ones.
        this.read = audit.page(before.orElse(Long.MAX_VALUE), SHOWN_MAX + 1);
        this.whole = () -> Optional.of(audit.check());
    }

    /// The lines, newest first.
    public List<AuditLine> rows() {
        return read.stream().limit(SHOWN_MAX).map(AuditLine::new).toList();
    }

    /// Whether the newest rows are shown.
    public boolean isFirstPage() {
        return isFirstPage;
    }

    /// Whether there are older rows than those that are shown.
    public boolean hasOlder() {
        return read.size() > SHOWN_MAX;
    }

    /// The number of the oldest row that is shown.
    public long oldest() {
        return read.get(SHOWN_MAX - 1).number();
    }

    /// Reads all rows and tells whether they are what was written.
    ///
    /// @return null, to stay on the page
    public @Nullable String check() {
        check = whole.get();
        return null;
    }

    /// Whether all rows were just read.
    public boolean isChecked() {
        return check.isPresent();
    }

    /// Whether they are what was written.
    public boolean isWhole() {
        return check.orElseThrow().broken().isEmpty();
    }

    /// How many rows are what was written, from the first on.
    public long checked() {
        return check.orElseThrow().rows();
    }

    /// The first row that is not.
    public long broken() {
        return check.orElseThrow().broken().orElseThrow();
    }
}
