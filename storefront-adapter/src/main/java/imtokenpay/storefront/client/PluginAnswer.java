package imtokenpay.storefront.client;

/// What the plugin answered.
record PluginAnswer(int status, byte[] body) {

    private static final int OK = 200;
    private static final int CREATED = 201;

    boolean good() {
        return status == OK || status == CREATED;
    }
}
