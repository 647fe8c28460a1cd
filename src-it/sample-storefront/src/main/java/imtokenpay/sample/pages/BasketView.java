package imtokenpay.sample.pages;

import imtokenpay.sample.shop.Book;
import imtokenpay.sample.shop.Shop;
import imtokenpay.sample.shop.SoldOut;
import imtokenpay.sample.shop.Wish;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// The order form.
@Named
@RequestScoped
public class BasketView {

    @Inject
    private Shop shop;

    /// The form carries the book along, so that it is known before Faces looks for the form's fields.
    @Inject
    private HttpServletRequest request;

    private int quantity = 1;
    private String customer = "";

    /// Places the order and goes to its page.
    public String place() {
        try {
            return "/order.xhtml?faces-redirect=true&ref="
                    + shop.place(new Wish(book(), quantity, customer)).orderRef();
        } catch (SoldOut | IllegalArgumentException no) {
            FacesContext.getCurrentInstance()
                    .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, no.getMessage(), null));
            return "";
        }
    }

    /// The chosen book, or none when there is no such one.
    public Optional<Book> choice() {
        return shop.book(book());
    }

    /// Its id; 0 where the address has none.
    public int book() {
        String text = Optional.ofNullable(request.getParameter("book")).orElse("");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    public int getQuantity() {
        return quantity;
    }

    public void setQuantity(int quantity) {
        this.quantity = quantity;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }
}
