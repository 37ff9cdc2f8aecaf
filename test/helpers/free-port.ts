import { freePorts } from '../../engine/embedded/free-ports.ts';

export { freePorts };

/** Een poort die nu vrij is. */
export const freePort = async (): Promise<number> => (await freePorts(1))[0] as number;
