import { describe, expect, it } from 'vitest';
import { maakLog } from '../../../workers/runtime/log.ts';

function proef(schrijf: (log: ReturnType<typeof maakLog>) => void): string {
  let uit = '';
  schrijf(maakLog({ doel: { write: (regel: string) => void (uit += regel) } }));
  return uit;
}

describe('het log', () => {
  it('laat variabelen weg, ook als iemand ze meegeeft', () => {
    const uit = proef((log) => log.info({ type: 'proef', variabelen: { roepnaam: 'Fatima' }, job: { variables: 'Fatima' } }, 'klaar'));
    expect(uit).toContain('"type":"proef"');
    expect(uit).not.toContain('Fatima');
  });
  it('beschrijft een fout met soort, code en plaats, zonder haar boodschap', () => {
    const uit = proef((log) => log.error({ fout: Object.assign(new TypeError('Key (naam)=(Fatima)'), { code: '23505' }) }, 'mis'));
    expect(JSON.parse(uit).fout).toMatchObject({ soort: 'TypeError', code: '23505' });
    expect(uit).toContain('log.test.ts');
    expect(uit).not.toContain('Fatima');
  });
  it('kan ook iets aan dat geen Error is', () => {
    expect(proef((log) => log.error({ fout: 'Fatima' }, 'mis'))).toContain('geen Error maar string');
  });
});
