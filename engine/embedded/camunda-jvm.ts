import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Installation } from './install.ts';
import { startJvm, type JvmProcess } from './jvm-process.ts';

const LOG4J = fileURLToPath(new URL('./log4j2.xml', import.meta.url));

/**
 * Start een programma uit de Camunda-distributie, rechtstreeks met java: de meegeleverde scripts doen op Windows iets
 * anders. De instellingen gaan als SPRING_APPLICATION_JSON mee, dat boven elk instellingenbestand gaat.
 */
export function startCamundaJvm(options: {
  name: string; mainClass: string; java: string; installation: Installation; dir: string;
  memory: string; settings: Record<string, unknown>; profiles?: string;
  /** Mappen die op het classpath vóór Camunda zelf komen. */
  first?: readonly string[];
  /** Rekent deze JVM minuten achter elkaar door? Dan verdient ook de dure compiler zich terug; anders start zij vlugger zonder. */
  keepsComputing?: boolean;
}): Promise<JvmProcess> {
  const { camunda } = options.installation;
  return startJvm({
    name: options.name, java: options.java, dir: options.dir,
    args: [
      // Met zo weinig geheugen is de eenvoudigste opruimer de vlugste; G1 rekent er op de achtergrond steeds naast.
      `-Xmx${options.memory}`, '-XX:+UseSerialGC', '-XX:+ExitOnOutOfMemoryError', ...(options.keepsComputing ? [] : ['-XX:TieredStopAtLevel=1']), '-Xshare:auto', '-Dfile.encoding=UTF-8', '-Duser.timezone=Europe/Amsterdam',
      `-Dlog4j2.configurationFile=${LOG4J}`, `-Dlogging.config=${LOG4J}`,
      `-Dbasedir=${options.dir}`, `-Dapp.home=${options.dir}`, `-Dapp.name=${options.name}`,
      '-classpath', [...(options.first ?? []), join(camunda, 'config'), join(camunda, 'lib', '*')].join(delimiter), options.mainClass,
    ],
    env: {
      SPRING_APPLICATION_JSON: JSON.stringify(options.settings),
      ...(options.profiles ? { SPRING_PROFILES_ACTIVE: options.profiles } : {}),
    },
  });
}
