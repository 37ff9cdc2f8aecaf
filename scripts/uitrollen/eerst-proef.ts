import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';

const WORTEL = fileURLToPath(new URL('../..', import.meta.url));

/** Waarmee gevraagd wordt; een test heeft een eigen scherm. */
export interface Scherm {
  readonly interactief: boolean;
  zeg(regel: string): void;
  vraag(tekst: string): Promise<string>;
  /** Draait `npm run proef`. @returns of dat lukte */
  proef(): Promise<boolean>;
}

const HIER: Scherm = {
  interactief: process.stdin.isTTY && process.stdout.isTTY,
  zeg: (regel) => console.log(regel),
  async vraag(tekst) {
    const lezer = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await lezer.question(tekst);
    } finally {
      lezer.close();
    }
  },
  proef: () => new Promise((klaar) => { spawn(process.execPath, ['--import', 'tsx', 'scripts/proef.ts'], { cwd: WORTEL, stdio: 'inherit' }).once('exit', (code) => klaar(code === 0)).once('error', () => klaar(false)); }),
};

const ja = (antwoord: string): boolean => /^j(a)?$/i.test(antwoord.trim());

/** Biedt aan om eerst proef te draaien. @returns of er uitgerold mag worden; zonder scherm om op te antwoorden altijd */
export async function eerstProef({ interactief, zeg, vraag, proef }: Scherm = HIER): Promise<boolean> {
  if (!interactief) {
    zeg('Wilt u eerst zien wat er voor kinderen anders wordt? Draai npm run proef.');
    return true;
  }
  if (!ja(await vraag('Eerst proefdraaien? (j/N) '))) return true;
  await proef();
  return ja(await vraag('Nu uitrollen? (j/N) '));
}
