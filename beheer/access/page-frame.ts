import type { RequestHandler, Response } from 'express';
import { PERMISSIONS, scopesOf } from './permissions.ts';
import { ROLES } from './roles.ts';

/** Wat om elke pagina heen staat. */
export interface PageFrame {
  /** Leeg als niemand is aangemeld. */
  readonly naam: string;
  readonly rol: string;
  readonly menu: readonly { href: string; label: string; huidig: boolean }[];
  readonly csrf: string;
}

const LEEG: PageFrame = { naam: '', rol: '', menu: [], csrf: '' };

/** Zet klaar wat de pagina om zich heen toont: wie is aangemeld en waar hij volgens de rechtentabel heen kan. */
export const pageFrame: RequestHandler = (request, response, next) => {
  const wie = request.session?.wie;
  if (wie) {
    const school = wie.schoolBrin === null ? '' : ` van ${wie.schoolBrin}`;
    response.locals['kader'] = {
      naam: wie.naam, rol: wie.rollen.map((rol) => ROLES[rol]).join(', ') + school, csrf: request.session.csrfToken ?? '',
      menu: PERMISSIONS.flatMap((recht) => (recht.menu !== undefined && scopesOf(recht, wie.rollen).length > 0 ? [{ href: recht.pad, label: recht.menu, huidig: recht.pad === request.path }] : [])),
    } satisfies PageFrame;
  }
  next();
};

export const pageFrameOf = (response: Response): PageFrame => (response.locals['kader'] as PageFrame | undefined) ?? LEEG;
