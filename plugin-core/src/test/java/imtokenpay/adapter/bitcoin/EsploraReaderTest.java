package imtokenpay.adapter.bitcoin;

import java.io.IOException;

/// What is read of a node is read of an Esplora server, too.
class EsploraReaderTest extends BitcoinChainReaderTest {
    @Override
    CannedServer server() throws IOException {
        return new CannedEsplora(chain);
    }
}
