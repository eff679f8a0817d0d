import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import type { NativeConnection } from '@temporalio/worker';
import { grpcCode, grpcDetails, status } from './grpc.js';
import { waitUntilUsable, whenKnown } from './namespaceProbe.js';

export type TemporalConnection = Connection | NativeConnection;

export interface NamespaceNeeds {
  /** Names; all are of type Keyword. */
  searchAttributes: readonly string[];
  /** For how long at least Temporal keeps closed workflows. Default: 30. */
  retentionDays?: number;
}

/** Thrown when the namespace is not as Muster needs it and could not be made so. */
class NamespaceError extends Error {
  override readonly name = 'NamespaceError';
  readonly code = 'namespace_not_ready';

  constructor(namespace: string, found: string, todo: string) {
    super(`Temporal namespace "${namespace}" cannot be used: ${found} ${todo}`);
  }
}

const keyword = proto.temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
const secondsPerDay = 86_400;

/** Creates and corrects the namespace where needed, and returns when workflows can use it. Tells whether anything was changed. */
export async function prepareNamespace(
  connection: TemporalConnection,
  namespace: string,
  needs: NamespaceNeeds,
): Promise<boolean> {
  const { searchAttributes, retentionDays = 30 } = needs;
  const created = await ensureNamespace(connection, namespace, retentionDays);
  const added = await ensureSearchAttributes(connection, namespace, searchAttributes);
  // A longer retention takes effect when a workflow closes: nobody has to wait for it.
  if (created || added) await waitUntilUsable(connection, namespace, searchAttributes);
  return created || added;
}

async function ensureNamespace(
  { workflowService }: TemporalConnection,
  namespace: string,
  retentionDays: number,
): Promise<boolean> {
  const retention = msToTs(retentionDays * secondsPerDay * 1_000);
  const kept = await workflowService.describeNamespace({ namespace }).catch(unless(status.notFound));
  if (kept === undefined) {
    await workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention })
      .catch(unless(status.alreadyExists))
      .catch(
        refused(
          namespace,
          'it does not exist and could not be created',
          `temporal operator namespace create --namespace ${namespace} --retention ${retentionDays}d`,
        ),
      );
    return true;
  }
  if (Number(kept.config?.workflowExecutionRetentionTtl?.seconds ?? 0) < retentionDays * secondsPerDay) {
    await workflowService
      .updateNamespace({ namespace, config: { workflowExecutionRetentionTtl: retention } })
      .catch(
        refused(
          namespace,
          'its retention could not be raised',
          `temporal operator namespace update --namespace ${namespace} --retention ${retentionDays}d`,
        ),
      );
  }
  return false;
}

async function ensureSearchAttributes(
  connection: TemporalConnection,
  namespace: string,
  names: readonly string[],
): Promise<boolean> {
  const missing = await missingSearchAttributes(connection, namespace, names);
  if (missing.length === 0) return false;
  const flags = missing.map((name) => `--name ${name} --type Keyword`).join(' ');
  await connection.operatorService
    .addSearchAttributes({ namespace, searchAttributes: Object.fromEntries(missing.map((name) => [name, keyword])) })
    .catch(unless(status.alreadyExists))
    .catch(
      refused(
        namespace,
        `search attributes are missing and could not be added (${missing.join(', ')})`,
        `temporal operator search-attribute create --namespace ${namespace} ${flags}`,
      ),
    );
  return true;
}

async function missingSearchAttributes(
  { operatorService }: TemporalConnection,
  namespace: string,
  names: readonly string[],
): Promise<string[]> {
  const { customAttributes } = await whenKnown(() => operatorService.listSearchAttributes({ namespace }));
  const wrong = names.find((name) => (customAttributes[name] ?? keyword) !== keyword);
  if (wrong !== undefined) {
    throw new NamespaceError(
      namespace,
      `its search attribute ${wrong} is not of type Keyword.`,
      'Remove that attribute, or choose another namespace.',
    );
  }
  return names.filter((name) => customAttributes[name] === undefined);
}

/** For `catch`: a failure with this code is no failure. */
function unless(code: number): (error: unknown) => undefined {
  return (error) => {
    if (grpcCode(error) !== code) throw error;
  };
}

/** For `catch`: says what stands in the way and which command an administrator can run instead. */
function refused(namespace: string, found: string, command: string): (error: unknown) => never {
  return (error) => {
    throw new NamespaceError(
      namespace,
      `${found} (${grpcDetails(error)}).`,
      `Ask whoever runs the cluster for: ${command}`,
    );
  };
}
