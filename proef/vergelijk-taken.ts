import { aantal, dagKort, kalenderdagen, klokTekst, schooldagen } from './dagen.ts';
import { elementsleutel, type Opname, type Taakopname } from './opname.ts';
import type { Verschil } from './verschil.ts';

const heet = ({ stap, naam }: Taakopname): string => (naam === '' || naam === stap ? stap : `${stap} "${naam}"`);
const voor = ({ rollen }: Taakopname): string => rollen.join(' of ') || 'niemand';
const plek = ({ proces, element }: Taakopname, stand: 'erbij' | 'weg' | 'anders'): Verschil['plek'] => ({ proces, element, stand });

function perTaak(taken: readonly Taakopname[]): ReadonlyMap<string, readonly Taakopname[]> {
  const groepen = new Map<string, Taakopname[]>();
  for (const taak of taken) groepen.set(elementsleutel(taak), [...(groepen.get(elementsleutel(taak)) ?? []), taak]);
  return groepen;
}

/** Wat er aan de taken van één kind anders wordt: welke er komen, voor wie, en wanneer zij klaar moeten zijn. */
export function vergelijkTaken(nu: Opname, straks: Opname): Verschil[] {
  const [was, wordt] = [perTaak(nu.taken), perTaak(straks.taken)];
  const verschillen: Verschil[] = [];
  const verschoven: { was: Taakopname; wordt: Taakopname }[] = [];
  for (const key of new Set([...was.keys(), ...wordt.keys()])) {
    const [a, b] = [was.get(key) ?? [], wordt.get(key) ?? []];
    if (a.length === 0) verschillen.push({ soort: 'taak', zin: `nieuwe taak ${heet(b[0]!)} voor ${voor(b[0]!)}`, voorbeeld: b[0]!.uiterlijk ? `uiterlijk ${dagKort(b[0]!.uiterlijk)}` : undefined, plek: plek(b[0]!, 'erbij') });
    else if (b.length === 0) verschillen.push({ soort: 'taak', zin: `taak ${heet(a[0]!)} voor ${voor(a[0]!)} komt er niet meer`, plek: plek(a[0]!, 'weg') });
    else {
      if (a.length !== b.length) verschillen.push({ soort: 'taak', zin: `taak ${heet(b[0]!)} komt ${b.length > a.length ? 'vaker' : 'minder vaak'}`, voorbeeld: `nu ${a.length} keer, straks ${b.length} keer`, plek: plek(b[0]!, 'anders') });
      verschillen.push(...zelfdeTaak(a[0]!, b[0]!));
      const paren = a.slice(0, b.length).map((eerst, i) => ({ was: eerst, wordt: b[i]! }));
      verschillen.push(...paren.flatMap(({ was: x, wordt: y }) => termijn(x, y)).slice(0, 1));
      verschoven.push(...paren.filter(({ was: x, wordt: y }) => kalenderdagen(x.op, y.op) !== 0));
    }
  }
  return [...verschillen, ...schuift(verschoven)];
}

function zelfdeTaak(was: Taakopname, wordt: Taakopname): Verschil[] {
  const uit: Verschil[] = [];
  if (voor(was) !== voor(wordt)) uit.push({ soort: 'rol', zin: `${heet(wordt)} is nu voor ${voor(was)}, straks voor ${voor(wordt)}`, plek: plek(wordt, 'anders') });
  if (heet(was) !== heet(wordt)) uit.push({ soort: 'taak', zin: `taak ${heet(was)} heet straks ${heet(wordt)}`, plek: plek(wordt, 'anders') });
  return uit;
}

/** Alleen als de tijd die iemand krijgt anders is; een datum die meeschuift met het begin staat bij wat schuift. */
function termijn(was: Taakopname, wordt: Taakopname): Verschil[] {
  const vast = { soort: 'termijn', plek: plek(wordt, 'anders') } as const;
  if (was.uiterlijk === wordt.uiterlijk) return [];
  if (was.uiterlijk === '') return [{ ...vast, zin: `${heet(wordt)} krijgt een einddatum`, voorbeeld: `uiterlijk ${dagKort(wordt.uiterlijk)}` }];
  if (wordt.uiterlijk === '') return [{ ...vast, zin: `${heet(wordt)} heeft geen einddatum meer`, voorbeeld: `nu uiterlijk ${dagKort(was.uiterlijk)}` }];
  const school = schooldagen(wordt.op, wordt.uiterlijk) - schooldagen(was.op, was.uiterlijk);
  const schoof = kalenderdagen(was.op, wordt.op) !== 0;
  if (school === 0 && schoof) return [];
  const dagen = kalenderdagen(was.uiterlijk, wordt.uiterlijk);
  if (dagen === 0 && !schoof) return [{ ...vast, zin: `${heet(wordt)}: op een ander tijdstip klaar`, voorbeeld: `nu om ${klokTekst(was.uiterlijk)}, straks om ${klokTekst(wordt.uiterlijk)}` }];
  const tijd = school === 0 ? aantal(Math.abs(dagen), 'dag', 'dagen') : aantal(Math.abs(school), 'schooldag', 'schooldagen');
  return [{ ...vast, zin: `${heet(wordt)}: ${tijd} ${(school || dagen) > 0 ? 'meer' : 'minder'} tijd`, voorbeeld: `nu uiterlijk ${dagKort(was.uiterlijk)}, straks ${dagKort(wordt.uiterlijk)}` }];
}

/** Eén verschil voor alles wat meeschuift: wat het eerst schuift is de oorzaak, de rest volgt. */
function schuift(verschoven: readonly { was: Taakopname; wordt: Taakopname }[]): Verschil[] {
  const [eerste, ...rest] = [...verschoven].sort((a, b) => a.was.op.localeCompare(b.was.op));
  if (!eerste) return [];
  const later = kalenderdagen(eerste.was.op, eerste.wordt.op) > 0;
  const daarna = new Set(rest.map(({ wordt }) => wordt.stap).filter((stap) => stap !== eerste.wordt.stap)).size;
  return [{
    soort: 'schuift', zin: `${heet(eerste.wordt)} begint ${later ? 'later' : 'eerder'}${daarna > 0 ? ', en wat daarna komt schuift mee' : ''}`,
    voorbeeld: `nu ${dagKort(eerste.was.op)}, straks ${dagKort(eerste.wordt.op)}`, plek: plek(eerste.wordt, 'anders'),
  }];
}
