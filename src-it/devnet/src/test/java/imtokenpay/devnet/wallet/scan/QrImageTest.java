package imtokenpay.devnet.wallet.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QrImageTest {
    private static final String TETHER = "ethereum:0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B@31337?contractAddress="
            + "0xdAC17F958D2ee523a2206206994597C13D831ec7&decimal=6&value=25370123";

    @ParameterizedTest
    @ValueSource(strings = {TETHER, "0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B", "a", "http://127.0.0.1:8080/pay/xyz"})
    void a_code_drawn_as_svg_reads_as_it_was_written(String text) {
        assertEquals(Optional.of(text), QrImage.readSvg(QrDrawing.svg(text)));
    }

    @Test
    void every_code_of_a_thousand_is_read() {
        var random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            String text = TETHER + random.nextInt(1_000_000_000);
            assertEquals(Optional.of(text), QrImage.readSvg(QrDrawing.svg(text)));
        }
    }

    @Test
    void absolute_strokes_and_commas_are_read_too() {
        String absolute = QrDrawing.svg(TETHER).replaceFirst("M4 4\\.5h7", "M0,0 M4,4.5 H11");
        assertEquals(Optional.of(TETHER), QrImage.readSvg(absolute));
    }

    @Test
    void a_code_in_a_png_is_read() throws IOException {
        var code = QrDrawing.picture(TETHER);
        int scale = 5;
        var image = new BufferedImage(code.getWidth() * scale, code.getHeight() * scale, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, code.get(x / scale, y / scale) ? 0 : 0xFFFFFF);
            }
        }
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        assertEquals(Optional.of(TETHER), QrImage.readPng(file.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg class=\"qr\"></svg>",
                "<svg class=\"qr\" viewBox=\"0 0 33 33\"><path d=\"M4 4.5h7\"/></svg>",
                "<svg class=\"qr\" viewBox=\"0 0 33 33\"><path d=\"M4 4.5c1 1 2 2 3 3\"/></svg>",
                "<svg class=\"qr\" viewBox=\"0 0 33 33\"><path d=\"M4 4.5h99\"/></svg>",
                "<svg class=\"qr\" viewBox=\"0 0 9999 9999\"><path d=\"M4 4.5h7\"/></svg>"
            })
    void what_is_no_code_is_not_read(String svg) {
        assertEquals(Optional.empty(), QrImage.readSvg(svg));
    }

    @Test
    void bytes_that_are_no_picture_are_not_read() {
        assertFalse(QrImage.readPng(new byte[] {1, 2, 3}).isPresent());
    }
}
