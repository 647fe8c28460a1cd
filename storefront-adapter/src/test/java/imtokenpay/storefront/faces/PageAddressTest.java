package imtokenpay.storefront.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PageAddressTest {

    @Test
    void what_the_page_was_made_from_comes_along() {
        assertEquals("ref=1042&lang=de", PageAddress.query("ref=1042&lang=de"));
    }

    @Test
    void nobody_tells_faces_what_to_do_through_an_address() {
        assertEquals(
                "ref=1042",
                PageAddress.query("jakarta.faces.ViewState=x&ref=1042&jakarta%2Efaces.partial.ajax=true&jakarta%2e"
                        + "faces.source=y&%6Aakarta.faces.source=z"));
    }

    @Test
    void what_is_not_encoded_is_left_out() {
        assertEquals("ref=1042", PageAddress.query("a=\"><script>&ref=1042&b={}&c=x y"));
    }

    @Test
    void a_long_address_is_cut_at_its_query() {
        String path = "/shop/order?ref=" + "x".repeat(2000);
        assertEquals("https://shop.example/shop/order", new PageAddress(path, "https://shop.example").absolute());
    }
}
