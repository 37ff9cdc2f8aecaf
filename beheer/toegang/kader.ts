import type { RequestHandler, Response } from 'express';
import { RECHTEN, omvangVan } from './rechten.ts';
import { ROLLEN } from './rollen.ts';

/** Wat om elke pagina heen staat. */
export interface Kader {
  /** Leeg als niemand is aangemeld. */
  readonly naam: string;
  readonly rol: string;
  readonly menu: readonly { href: string; label: string; huidig: boolean }[];
  readonly csrf: string;
}

const LEEG: Kader = { naam: '', rol: '', menu: [], csrf: '' };

/** Zet klaar wat de pagina om zich heen toont: wie is aangemeld en waar hij volgens de rechtentabel heen kan. */
export const kader: RequestHandler = (request, response, next) => {
  const wie = request.session?.wie;
  if (wie) {
    const school = wie.schoolBrin === null ? '' : ` van ${wie.schoolBrin}`;
    response.locals['kader'] = {
      naam: wie.naam, rol: wie.rollen.map((rol) => ROLLEN[rol]).join(', ') + school, csrf: request.session.csrfToken ?? '',
      menu: RECHTEN.flatMap((recht) => (recht.menu !== undefined && omvangVan(recht, wie.rollen).length > 0 ? [{ href: recht.pad, label: recht.menu, huidig: recht.pad === request.path }] : [])),
    } satisfies Kader;
  }
  next();
};

export const kaderVan = (response: Response): Kader => (response.locals['kader'] as Kader | undefined) ?? LEEG;
