import { z } from 'zod';
import { slaInspectiestukOp } from '../../registratie/inspectie-opslaan.ts';
import { datumTekst, vandaag } from '../kalender/datum.ts';
import { regiokalender } from '../regels/context.ts';
import { controleer } from '../regels/controleer.ts';
import type { Dependencies } from '../dependencies.ts';
import { BusinessError } from '../errors.ts';
import type { Schrijven } from '../schrijven.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';

/** Wat naar de inspectie gaat: uren, periode en antwoorden; de toelichtingen staan in het logboek. */
export const aotGegevens = z.looseObject({
  urenPerWeek: z.coerce.number().nullish(),
  vanDatum: z.string().nullish(),
  totDatum: z.string().nullish(),
  oppOpgesteld: z.boolean().nullish(),
  eerderVerzocht: z.union([z.boolean(), z.string()]).nullish(),
});
export const aotOordeel = z.looseObject({ categorie: z.string().nullish() }).nullish();

interface Stuk {
  soort: 'AOT_MELDING' | 'AOT_AANVRAAG';
  formulier: 'aot-melding' | 'aot-aanvraag';
  actie: string;
}

/**
 * Legt een melding of aanvraag aanpassing onderwijstijd vast (CA-03-5 en CA-03-6; routeboek r. 95–97, r. 969–1097).
 * Hetzelfde stuk over dezelfde periode en categorie is één rij.
 * @throws BusinessError ONVOLDOENDE_GEGEVENS met de zinnen voor op het formulier
 */
export function dienIn(
  { klok }: Pick<Dependencies, 'klok'>,
  stuk: Stuk,
  casusId: string,
  categorie: string | null,
  gegevens: z.output<typeof aotGegevens>,
  aanleiding: Aanleiding,
): Schrijven<{ inspectieId: string }> {
  const fouten = controleer(stuk.formulier, gegevens, { vandaag: vandaag(klok), kalender: regiokalender() });
  if (fouten.length > 0) throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'De gegevens voor de inspectie zijn niet compleet.', { validatieFouten: fouten });
  const [van, tot] = [String(gegevens.vanDatum).slice(0, 10), String(gegevens.totDatum).slice(0, 10)];
  // De categorie hoort bij een blok uren: een leerling kan in dezelfde periode meer dan één blok hebben (r. 1042–1046).
  const sleutel = `inspectie:${stuk.soort}:${casusId}:${van}:${tot}:${categorie ?? ''}`;

  return async (tx) => {
    const { inspectieId, nieuw } = await slaInspectiestukOp(tx, {
      casusId, soort: stuk.soort, categorie, urenPerWeek: gegevens.urenPerWeek ?? null, van, tot,
      oppAanwezig: gegevens.oppOpgesteld ?? null, eerderVerzoek: isJa(gegevens.eerderVerzocht), ingediendOp: klok.nu(), sleutel,
    });
    if (!nieuw) return { inspectieId };
    await schrijfSysteemregel(tx, aanleiding, {
      casusId, op: klok.nu(), actie: stuk.actie,
      uitkomst: `Categorie: ${categorie ?? 'onbekend'}\nPeriode: ${datumTekst(van)} tot en met ${datumTekst(tot)}\nUren per week: ${gegevens.urenPerWeek ?? 'onbekend'}`,
      velden: { inspectieId, categorie, van, tot },
    });
    return { inspectieId };
  };
}

const isJa = (antwoord: boolean | string | null | undefined): boolean | null =>
  antwoord === null || antwoord === undefined ? null : antwoord === true || antwoord === 'ja';
