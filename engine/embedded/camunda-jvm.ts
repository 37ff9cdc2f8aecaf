import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Installatie } from './install.ts';
import { startJvm, type Proces } from './jvm-process.ts';

const LOG4J = fileURLToPath(new URL('./log4j2.xml', import.meta.url));

/**
 * Start een programma uit de Camunda-distributie, rechtstreeks met java: de meegeleverde scripts doen op Windows iets
 * anders. De instellingen gaan als SPRING_APPLICATION_JSON mee, dat boven elk instellingenbestand gaat.
 */
export function startCamundaJvm(keuze: {
  naam: string; hoofdklasse: string; java: string; installatie: Installatie; map: string;
  geheugen: string; instellingen: Record<string, unknown>; profielen?: string;
  /** Mappen die op het classpath vóór Camunda zelf komen. */
  vooraan?: readonly string[];
  /** Rekent deze JVM minuten achter elkaar door? Dan verdient ook de dure compiler zich terug; anders start zij vlugger zonder. */
  rekentDoor?: boolean;
}): Promise<Proces> {
  const { camunda } = keuze.installatie;
  return startJvm({
    naam: keuze.naam, java: keuze.java, map: keuze.map,
    args: [
      `-Xmx${keuze.geheugen}`, '-XX:+ExitOnOutOfMemoryError', ...(keuze.rekentDoor ? [] : ['-XX:TieredStopAtLevel=1']), '-Xshare:auto', '-Dfile.encoding=UTF-8', '-Duser.timezone=Europe/Amsterdam',
      `-Dlog4j2.configurationFile=${LOG4J}`, `-Dlogging.config=${LOG4J}`,
      `-Dbasedir=${keuze.map}`, `-Dapp.home=${keuze.map}`, `-Dapp.name=${keuze.naam}`,
      '-classpath', [...(keuze.vooraan ?? []), join(camunda, 'config'), join(camunda, 'lib', '*')].join(delimiter), keuze.hoofdklasse,
    ],
    omgeving: {
      SPRING_APPLICATION_JSON: JSON.stringify(keuze.instellingen),
      ...(keuze.profielen ? { SPRING_PROFILES_ACTIVE: keuze.profielen } : {}),
    },
  });
}
