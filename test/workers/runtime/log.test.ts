import { describe, expect, it } from 'vitest';
import { makeLog } from '../../../workers/runtime/log.ts';

function probe(write: (log: ReturnType<typeof makeLog>) => void): string {
  let uit = '';
  write(makeLog({ target: { write: (line: string) => void (uit += line) } }));
  return uit;
}

describe('het log', () => {
  it('laat variabelen weg, ook als iemand ze meegeeft', () => {
    const uit = probe((log) => log.info({ type: 'proef', variabelen: { roepnaam: 'Fatima' }, job: { variables: 'Fatima' } }, 'klaar'));
    expect(uit).toContain('"type":"proef"');
    expect(uit).not.toContain('Fatima');
  });
  it('beschrijft een fout met soort, code en plaats, zonder haar boodschap', () => {
    const uit = probe((log) => log.error({ fout: Object.assign(new TypeError('Key (naam)=(Fatima)'), { code: '23505' }) }, 'mis'));
    expect(JSON.parse(uit).fout).toMatchObject({ soort: 'TypeError', code: '23505' });
    expect(uit).toContain('log.test.ts');
    expect(uit).not.toContain('Fatima');
  });
  it('kan ook iets aan dat geen Error is', () => {
    expect(probe((log) => log.error({ fout: 'Fatima' }, 'mis'))).toContain('geen Error maar string');
  });
});
