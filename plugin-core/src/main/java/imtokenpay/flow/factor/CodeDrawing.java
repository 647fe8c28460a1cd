package imtokenpay.flow.factor;

/// Draws what a phone scans.
public interface CodeDrawing {
    /// A QR code as an SVG picture.
    ///
    /// @param text of ISO 8859-1, at most 230 characters
    String svg(String text);
}
