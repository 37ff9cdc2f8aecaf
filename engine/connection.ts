import { Camunda8 } from '@camunda8/sdk';
import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';

/** Waar de engine te bereiken is en hoe men zich aanmeldt (8.6: niet; 8.9: Basic). */
export interface EngineAddress {
  readonly grpcAddress: string;
  readonly restAddress: string;
  readonly credentials?: { readonly user: string; readonly password: string } | undefined;
}

/**
 * Maakt de gRPC-verbinding voor opdrachten en werkers. De SDK herhaalt zelf niets: standaard doet ze dat eindeloos, en
 * haar wachttijden weten niet van elkaar. Herhalen doen `engine/commands.ts` en de werkersschil, met één begrenzer.
 */
export function makeConnection({ grpcAddress, restAddress, credentials }: EngineAddress): ZeebeGrpcClient {
  const camunda = new Camunda8({
    ZEEBE_GRPC_ADDRESS: grpcAddress.includes('://') ? grpcAddress : `grpc://${grpcAddress}`,
    ZEEBE_REST_ADDRESS: restAddress,
    CAMUNDA_LOG_LEVEL: 'none',
    ...(credentials
      ? { CAMUNDA_AUTH_STRATEGY: 'BASIC', CAMUNDA_BASIC_AUTH_USERNAME: credentials.user, CAMUNDA_BASIC_AUTH_PASSWORD: credentials.password }
      : { CAMUNDA_AUTH_STRATEGY: 'NONE' }),
    // Zo vaak kijkt gRPC of de andere kant er nog is, net als de Java-client; de engine staat elke 30 s toe. De SDK wacht zes minuten.
    zeebeGrpcSettings: { GRPC_KEEPALIVE_TIME_MS: 45_000, GRPC_KEEPALIVE_TIMEOUT_MS: 20_000, ZEEBE_GRPC_CLIENT_RETRY: false, ZEEBE_GRPC_CLIENT_MAX_RETRIES: 5, ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
  });
  return camunda.getZeebeGrpcApiClient();
}

/** Doet de engine het? Gooit als zij niet antwoordt of als een partitie geen leider heeft. */
export async function checkEngine(zeebe: ZeebeGrpcClient): Promise<void> {
  const { brokers, partitionsCount } = await zeebe.topology();
  const geleid = new Set(brokers.flatMap((broker) => broker.partitions.filter((p) => String(p.role) === 'LEADER').map((p) => p.partitionId)));
  if (geleid.size < partitionsCount) throw new Error('niet elke partitie van de engine heeft een leider');
}
