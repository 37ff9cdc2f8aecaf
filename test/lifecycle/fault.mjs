// Komt met NODE_OPTIONS=--import in elk proces van `npm start`, en doet alleen iets in het proces dat start.ts draait:
// zodra dat op de uitvoer zegt dat het klaar is, is er een fout die niemand vangt.
if (process.argv[1]?.endsWith('run.mjs')) {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text, ...rest) => {
    if (String(text).includes('Stoppen: Ctrl-C')) setTimeout(fault, 50);
    return write(text, ...rest);
  };
}

function fault() {
  const error = new RangeError('geheim van een kind');
  if (process.env.FAULT === 'exception') throw error;
  void Promise.reject(error);
}
