import type { z } from 'zod';
import { startVerzuimrouteSchema } from '../../../domein/aanmelding/start-verzuimroute.ts';
import { wijzigingVelden } from '../../../domein/wijzigingen/keuren.ts';
import type { Lezer } from './lezer.ts';

/** De velden die de programmatuur van een startformulier verwacht, met wat zij ervan aanvaardt. */
const SCHEMAS: readonly { readonly formulier: string; readonly wie: string; readonly velden: Readonly<Record<string, z.ZodType>> }[] = [
  { formulier: 'start-verzuimroute', wie: 'de aanmelding (domein/aanmelding/start-verzuimroute.ts)', velden: startVerzuimrouteSchema('2026-01-05').shape },
  { formulier: 'casus-signaal', wie: 'het doorvoeren van een wijziging (domein/wijzigingen/keuren.ts)', velden: wijzigingVelden },
];

/** De antwoorden die de programmatuur bij naam verwacht als iemand een casus aanmeldt of een wijziging doorgeeft. */
export const uitSchemas = (): Lezer[] => SCHEMAS.flatMap(({ formulier, wie, velden }) => Object.keys(velden).map((sleutel) => ({ formulier, sleutel, wie })));

/** Aanvaardt de programmatuur deze keuze? Een veld dat zij niet kent, keurt zij ook niet. */
export const aanvaardt = (formulier: string, sleutel: string, waarde: unknown): boolean =>
  SCHEMAS.every((schema) => schema.formulier !== formulier || (schema.velden[sleutel]?.safeParse(waarde).success ?? true));
