package imtokenpay.checkout.qr;

import imtokenpay.flow.factor.CodeDrawing;
import jakarta.enterprise.context.Dependent;

/// Draws codes for the admin screens, which do not know how.
@Dependent
public class SvgDrawing implements CodeDrawing {
    @Override
    public String svg(String text) {
        return QrCode.of(text).svg();
    }
}
