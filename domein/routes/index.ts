import { geenKernteam } from './geen-kernteam.ts';
import { kernteam } from './kernteam.ts';
import type { Route } from './route.ts';

export type { Route };

/** Alle routes. De beslistabel routekeuze kiest er een bij de aanmelding. */
export const ROUTES: readonly Route[] = [kernteam, geenKernteam];

/** De route met deze proces-id, of niets als geen route zo heet. */
export const routeVan = (proces: string): Route | undefined => ROUTES.find((route) => route.proces === proces);
