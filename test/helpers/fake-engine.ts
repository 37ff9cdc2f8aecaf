import type { Engine } from '../../engine/engine.ts';

/** Een engine die beslist zoals de tabellen van de casus; adressen zijn te vervangen. */
export function fakeEngine(adressen: Record<string, { email?: string; userId?: string; groep?: string } | null> = {}): Engine & { vragen: string[] } {
  const vragen: string[] = [];
  return {
    vragen,
    async beslis(id, v) {
      vragen.push(id);
      if (id === 'routekeuze') return (v.school as { heeftKernteam: boolean }).heeftKernteam ? 'kernteam' : 'geen-kernteam';
      if (id === 'leerplichtstatus') return Number(v.leeftijd) >= 5 && Number(v.leeftijd) <= 16;
      if (id === 'urenraming') return { min: 6, max: 10 };
      if (id === 'contactadressen') {
        const rol = String(v.rol);
        if (rol in adressen) return adressen[rol];
        if (rol === 'leerplichtambtenaar') return { email: `leerplicht.${String(v.gemeente).toLowerCase()}@example.org`, userId: '', groep: `leerplichtambtenaar-${String(v.gemeente).toLowerCase()}` };
        return { email: `${rol}@example.org`, userId: '', groep: rol };
      }
      throw new Error(`De nep-engine kent ${id} niet.`);
    },
    publish: async () => undefined,
    start: async () => '1',
  };
}
