import type { Locator } from 'playwright-core';
import { alsGetypt, getyptVeld } from '../../../domein/invoer/getypt.ts';
import { formulier, opschrift, sleutel, velden, type Onderdeel } from '../../formulieren/helpers/forms.ts';

/**
 * Vult een formulier in zoals iemand dat in Tasklist doet: elk veld wordt gevonden aan het opschrift dat de invuller leest.
 * Alleen de genoemde velden; een genoemd veld dat niet te zien is, laat de test mislukken.
 */
export async function fillIn(plek: Locator, naam: string, waarden: Record<string, unknown>): Promise<void> {
  const bekend = velden(formulier(naam).components);
  for (const [naamVeld, waarde] of Object.entries(waarden)) {
    const onderdeel = zoek(bekend, naamVeld);
    if (!onderdeel) throw new Error(`formulier ${naam} heeft geen veld ${naamVeld}`);
    if (onderdeel.type === 'dynamiclist') await fillRows(plek, onderdeel, waarde as Record<string, unknown>[]);
    else await fillField(veld(plek, onderdeel), onderdeel, waarde);
  }
}

/** Een datum of getal wordt getypt in het tekstveld dat bij de waarde hoort. */
const zoek = (onderdelen: readonly Onderdeel[], naam: string): Onderdeel | undefined =>
  onderdelen.find((o) => sleutel(o) === getyptVeld(naam)) ?? onderdelen.find((o) => sleutel(o) === naam);

/** Het veld met dit opschrift; een verplicht veld heeft er een sterretje achter, en elk veld een eigen id. */
export function veld(plek: Locator, onderdeel: Onderdeel, rij?: number): Locator {
  const eigen = rij === undefined ? `[id$="-${onderdeel.id}"], [id*="-${onderdeel.id}-"]` : `[id$="-${onderdeel.id}_${rij}"], [id*="-${onderdeel.id}_${rij}-"]`;
  const page = plek.page();
  // Een groep om het veld heen heeft dezelfde klasse; het veld zelf is het binnenste.
  return plek.locator('.fjs-form-field').filter({ has: page.locator(eigen) }).filter({ hasText: opschrift(onderdeel) }).last();
}

async function fillRows(plek: Locator, lijst: Onderdeel, rijen: Record<string, unknown>[]): Promise<void> {
  const groep = plek.locator('.fjs-form-field-dynamiclist').filter({ hasText: lijst.label ?? '' });
  for (const [nummer, rij] of rijen.entries()) {
    const eerste = veld(plek, (lijst.components ?? []).find((o) => o.key !== undefined) as Onderdeel, nummer);
    // Verdwijnt er net een foutmelding, dan verschuift de knop onder de muis en gaat een klik verloren; een mens klikt dan nog eens.
    for (let attempt = 0; attempt < 3 && (await eerste.count()) === 0; attempt++) {
      await groep.getByRole('button', { name: 'Add new' }).click();
      await eerste.waitFor({ timeout: 10_000 }).catch(() => undefined);
    }
    for (const [naamVeld, waarde] of Object.entries(rij)) {
      const onderdeel = zoek(lijst.components ?? [], naamVeld) as Onderdeel;
      await fillField(veld(plek, onderdeel, nummer), onderdeel, waarde);
    }
  }
}

async function fillField(plek: Locator, onderdeel: Onderdeel, waarde: unknown): Promise<void> {
  const label = (w: unknown): string => onderdeel.values?.find((keuze) => String(keuze.value) === String(w))?.label ?? String(w);
  switch (onderdeel.type) {
    case 'radio': {
      // Het rondje zelf is onzichtbaar (de stijl van Tasklist tekent het bij de tekst): een mens klikt op de tekst.
      const keuze = plek.locator('.fjs-inline-label').filter({ has: plek.page().getByText(label(waarde), { exact: true }) });
      await keuze.locator('label').click();
      return keuze.locator('input:checked').waitFor({ state: 'attached' });
    }
    case 'checklist':
      for (const keuze of waarde as unknown[]) await plek.getByLabel(label(keuze), { exact: true }).check();
      return;
    case 'checkbox':
      return plek.getByRole('checkbox').setChecked(waarde === true);
    case 'select':
      await plek.locator('.fjs-input-group').click();
      return plek.locator('.fjs-dropdownlist-item').getByText(label(waarde), { exact: true }).click();
    default:
      return plek.getByRole('textbox').fill((onderdeel.key?.endsWith('Getypt') ? alsGetypt(waarde) : undefined) ?? String(waarde));
  }
}
