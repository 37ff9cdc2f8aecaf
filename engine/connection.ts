import { Camunda8 } from '@camunda8/sdk';
import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';

/** Waar de engine te bereiken is en hoe men zich aanmeldt (8.6: niet; 8.9: Basic). */
export interface EngineAdres {
  readonly grpcAdres: string;
  readonly restAdres: string;
  readonly aanmelding?: { readonly gebruiker: string; readonly wachtwoord: string } | undefined;
}

/**
 * Maakt de gRPC-verbinding voor opdrachten en werkers. De SDK herhaalt zelf niets: standaard doet ze dat eindeloos, en
 * haar wachttijden weten niet van elkaar. Herhalen doen `engine/commands.ts` en de werkersschil, met één begrenzer.
 */
export function maakVerbinding({ grpcAdres, restAdres, aanmelding }: EngineAdres): ZeebeGrpcClient {
  const camunda = new Camunda8({
    ZEEBE_GRPC_ADDRESS: grpcAdres.includes('://') ? grpcAdres : `grpc://${grpcAdres}`,
    ZEEBE_REST_ADDRESS: restAdres,
    CAMUNDA_LOG_LEVEL: 'none',
    ...(aanmelding
      ? { CAMUNDA_AUTH_STRATEGY: 'BASIC', CAMUNDA_BASIC_AUTH_USERNAME: aanmelding.gebruiker, CAMUNDA_BASIC_AUTH_PASSWORD: aanmelding.wachtwoord }
      : { CAMUNDA_AUTH_STRATEGY: 'NONE' }),
    zeebeGrpcSettings: { ZEEBE_GRPC_CLIENT_RETRY: false, ZEEBE_GRPC_CLIENT_MAX_RETRIES: 5, ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
  });
  return camunda.getZeebeGrpcApiClient();
}

/** Doet de engine het? Gooit als zij niet antwoordt of als een partitie geen leider heeft. */
export async function controleerEngine(zeebe: ZeebeGrpcClient): Promise<void> {
  const { brokers, partitionsCount } = await zeebe.topology();
  const geleid = new Set(brokers.flatMap((broker) => broker.partitions.filter((p) => String(p.role) === 'LEADER').map((p) => p.partitionId)));
  if (geleid.size < partitionsCount) throw new Error('niet elke partitie van de engine heeft een leider');
}
