package imtokenpay.sample.doors;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/// Opens the doors under `/shop/api`.
@ApplicationPath("api")
public class Doors extends Application {}
