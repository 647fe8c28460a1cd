// Reads a payment's text as wallets do that know EIP-681, and prints what they would ask for.
import eip681 from 'eth-url-parser';

console.log(JSON.stringify(eip681.parse(process.argv[2])));
