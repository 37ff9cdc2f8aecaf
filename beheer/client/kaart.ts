import type { Tekengegevens } from '../kaart/tekengegevens.ts';
import { bindActies } from './acties.ts';
import { bindAfdruk } from './afdruk.ts';
import { bindKiezen } from './kiezen.ts';
import { bindMaanden } from './maanden.ts';
import { beweegSamen } from './samen.ts';
import { bindSorteren } from './sorteren.ts';
import { openTekening, type Tekening } from './tekening.ts';
import { tekenLegenda } from './legenda.ts';

/**
 * Begin van het script van de heatmap en van het vergelijken. Zonder script werken die pagina's ook: de tabel en het filter zijn gewone
 * HTML. Staan er meer tekeningen, dan is de laatste de hoofdzaak: die laat zien wat er in de tabel wordt gekozen en is te bewaren.
 */
async function begin(): Promise<void> {
  bindMaanden();
  bindSorteren();
  const doeken = [...document.querySelectorAll<HTMLElement>('.kaart-doek[data-gegevens]')];
  if (doeken.length === 0) return;
  for (const doek of doeken) laden(doek, (melding) => { melding.hidden = false; });
  try {
    const tekeningen = await Promise.all(doeken.map(async (doek): Promise<[Tekening, Tekengegevens]> => {
      const gegevens = JSON.parse(doek.dataset['gegevens'] ?? '{}') as Tekengegevens;
      const tekening = await openTekening(doek, gegevens);
      laden(doek, (melding) => melding.remove());
      tekenLegenda(doek, gegevens);
      return [tekening, gegevens];
    }));
    const [hoofd, gegevens] = tekeningen.at(-1)!;
    const alle = tekeningen.map(([tekening]) => tekening);
    bindKiezen(tekeningen, hoofd);
    bindActies(hoofd, gegevens);
    bindAfdruk(alle);
    beweegSamen(alle.slice(0, -1));
    for (const doek of doeken) doek.dataset['klaar'] = '';
  } catch {
    for (const doek of doeken) mislukt(doek);
  }
}

function laden(doek: HTMLElement, werk: (melding: HTMLElement) => void): void {
  const melding = doek.querySelector<HTMLElement>('[data-laden]');
  if (melding) werk(melding);
}

function mislukt(doek: HTMLElement): void {
  const melding = document.createElement('p');
  melding.className = 'laden';
  melding.setAttribute('role', 'alert');
  const opnieuw = document.createElement('button');
  opnieuw.type = 'button';
  opnieuw.className = 'nl-button nl-button--secondary';
  opnieuw.textContent = 'Opnieuw proberen';
  opnieuw.addEventListener('click', () => location.reload());
  melding.append('De tekening is nu niet te laden. De tabel hieronder heeft dezelfde getallen. ', opnieuw);
  doek.replaceChildren(melding);
}

void begin();
