import type { Tekening } from './tekening.ts';

interface Beeldvak { x: number; y: number; width: number; height: number }

/** Tekeningen die even groot naast elkaar staan schuiven en zoomen samen: wie op de ene een stap zoekt, heeft haar op de andere ook in beeld. */
export function beweegSamen(tekeningen: readonly Tekening[]): void {
  let bezig = false;
  const volg = (bron: Tekening): void => {
    if (bezig) return;
    bezig = true;
    try {
      const { x, y, width, height }: Beeldvak = bron.canvas.viewbox();
      for (const ander of tekeningen) if (ander !== bron && ander.canvas.getRootElement().id === bron.canvas.getRootElement().id) ander.canvas.viewbox({ x, y, width, height });
    } finally {
      bezig = false;
    }
  };
  for (const tekening of tekeningen) tekening.eventBus.on('canvas.viewbox.changed', () => volg(tekening));
  if (tekeningen[0]) volg(tekeningen[0]);
}
