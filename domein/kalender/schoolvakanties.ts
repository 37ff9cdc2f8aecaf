import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FEESTDAGEN } from './feestdagen.ts';

const datum = z.iso.date();
const vakantie = z
  .object({ naam: z.string(), van: datum, tot: datum })
  .refine((v) => v.van <= v.tot, { error: 'de vakantie eindigt vóór zij begint' });
const vrijeDag = z.object({ naam: z.string(), datum });

/** De vorm van schoolvakanties.json. Streng: een verkeerd gespelde sleutel mag geen vakantie laten verdwijnen. */
export const vakantieBestand = z.strictObject({
  uitleg: z.array(z.string()).default([]),
  regio: z.string(),
  vrijOpSchool: z.array(z.enum(FEESTDAGEN)),
  geenWerkdag: z.array(z.enum(FEESTDAGEN)),
  schooljaren: z.record(
    z.string().regex(/^\d{4}-\d{4}$/),
    z.strictObject({
      controleren: z.string().optional(),
      vakanties: z.array(vakantie).min(1),
      vrijeDagen: z.array(vrijeDag).default([]),
    }),
  ),
  scholen: z
    .record(
      z.string(),
      z.strictObject({
        vakanties: z.array(vakantie).default([]),
        vrijeDagen: z.array(vrijeDag).default([]),
        tochSchool: z.array(datum).default([]),
      }),
    )
    .default({}),
});

export type VakantieGegevens = z.output<typeof vakantieBestand>;

/** Plek van het bestand, zoals het in een melding aan de beheerder staat. */
export const BESTAND = 'bpmn/schoolvakanties.json';

/** Leest en controleert de schoolvakanties. @throws wanneer het bestand niet klopt: dan start de werker niet. */
export function leesVakanties(path: string | URL = new URL('../../bpmn/schoolvakanties.json', import.meta.url)): VakantieGegevens {
  return vakantieBestand.parse(JSON.parse(readFileSync(path, 'utf8')));
}
