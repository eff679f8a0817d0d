/** The pinned version of the Temporal CLI: the download asks for it, tools/temporal/go.mod builds it. */
export const temporalVersion = '1.8.2';

/** The reasons are in tools/temporal/dynamicconfig.yaml, which holds the same values for clusters. */
export const dynamicConfig: Readonly<Record<string, string | number | boolean>> = {
  'history.transferProcessorMaxPollRPS': 5000,
  'history.maxInFlightUpdates': 1000,
  'history.timerProcessorMaxTimeShift': '10ms',
  'history.timerProcessorMaxPollRPS': 5000,
  'system.enableActivityEagerExecution': true,
};

/**
 * - `durable`: a file that keeps every acknowledged write through a power cut
 * - `quick`: a file that survives kill -9, but not a power cut; for tests
 * - `memory`: gone when the server stops; for tests
 */
export type Storage = 'durable' | 'quick' | 'memory';

export interface ServerSettings {
  storage: Storage;
  dbFile: string;
  port: number;
  /** Without it there is no web UI. */
  uiPort: number | undefined;
  namespace: string;
  /** Keyword search attributes. The server reads them only when it creates the namespace. */
  searchAttributes: readonly string[];
}

export function serverArguments(settings: ServerSettings): string[] {
  const { uiPort } = settings;
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(settings.port)],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-disable-news-fetch']),
    ...['--namespace', settings.namespace],
    ...settings.searchAttributes.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
    ...Object.entries(dynamicConfig).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${JSON.stringify(value)}`,
    ]),
    ...storageArguments(settings),
    // A server that follows its user's Temporal profile would not be the one described here.
    ...['--disable-config-file', '--disable-config-env', '--log-level', 'warn', '--color', 'never'],
  ];
}

function storageArguments({ storage, dbFile }: ServerSettings): string[] {
  if (storage === 'memory') return [];
  const synchronous = storage === 'durable' ? 'FULL' : 'NORMAL';
  return [
    '--db-filename',
    dbFile,
    '--sqlite-pragma',
    'journal_mode=WAL',
    '--sqlite-pragma',
    `synchronous=${synchronous}`,
  ];
}
