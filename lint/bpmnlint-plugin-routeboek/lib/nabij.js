const { load } = require('./sources');

/** De vraag "Bedoelde u …?" achter een opmerking; leeg als niets er genoeg op lijkt. */
const bedoelde = (naam, kandidaten) => load('domein/invoer/nabij.ts').bedoelde(naam, kandidaten);

module.exports = { bedoelde };
