package imtokenpay.admin.report;

import imtokenpay.flow.report.ReadReports;
import imtokenpay.merchant.Store;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Asks for a report. What is wrong is said beside the field.
@Named("reports")
@RequestScoped
public class ReportsView {
    private final List<Store> stores;
    private final Map<String, String> fields = new LinkedHashMap<>();

    /// For the container's proxy only.
    protected ReportsView() {
        this.stores = List.of();
    }

    @Inject
    public ReportsView(ReadReports reports, InstantSource clock) {
        this.stores = reports.stores();
        var month = LocalDate.ofInstant(clock.instant(), Store.zone(stores)).withDayOfMonth(1);
        fields.put("kind", Kind.PAYMENTS.word());
        fields.put("format", "csv");
        fields.put("store", "");
        fields.put("from", month.minusMonths(1).toString());
        fields.put("to", month.minusDays(1).toString());
        fields.put("zone", "");
    }

    /// What the fields hold, by their names; at first, all stores' payments of last month.
    public Map<String, String> fields() {
        return fields;
    }

    /// The stores that there can be reports of.
    public List<Store> stores() {
        return stores;
    }

    /// Leads to the report, or says what is wrong with the wish.
    public void download() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var outcome = Wish.read(this::said, stores);
        if (outcome.wish().isPresent()) {
            var query = fields.keySet().stream()
                    .map(field -> field + "=" + URLEncoder.encode(said(field), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            faces.getExternalContext()
                    .redirect(faces.getExternalContext().getRequestContextPath() + "/admin/report?" + query);
        }
        outcome.wrong()
                .forEach((field, why) ->
                        faces.addMessage("wish:" + field, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, why)));
    }

    // Faces may make a field that was left empty null.
    private String said(String field) {
        return Objects.requireNonNullElse(fields.get(field), "");
    }
}
