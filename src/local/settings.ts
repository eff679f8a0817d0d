import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, replaceFile } from './files.js';
import { LocalError } from './localError.js';
import { freePortFrom, isFree, isPort } from './ports.js';

const portUses = {
  api: { label: 'API', preferred: 7460, variable: 'MUSTER_API_PORT' },
  temporal: { label: 'Temporal', preferred: 7461, variable: 'MUSTER_TEMPORAL_PORT' },
  temporalUi: { label: 'Temporal UI', preferred: 7462, variable: 'MUSTER_TEMPORAL_UI_PORT' },
  smtp: { label: 'mailbox', preferred: 7463, variable: 'MUSTER_SMTP_PORT' },
} as const;

export const PORT_SETTINGS: readonly string[] = Object.values(portUses).map(({ variable }) => variable);

type PortUse = keyof typeof portUses;
type Ports = Record<PortUse, number>;

interface Secrets {
  signingKey: string;
  mailboxKey: string;
  /** Of the webhook source `local`. */
  hookSecret: string;
}

export interface Settings extends Secrets {
  ports: Ports;
  /** Throws `port_taken` for the first of these ports that another program holds. */
  requireFree(...uses: PortUse[]): Promise<void>;
}

const allUses = Object.keys(portUses) as PortUse[];

/**
 * Ports and keys are chosen once and kept, because mailed links carry both. A port from the environment holds for this run only.
 * Call it with the data folder locked.
 */
export async function openSettings(folder: string, env: NodeJS.ProcessEnv): Promise<Settings> {
  const file = join(folder, 'settings.json');
  const ports = { ...(await keptPorts(file)), ...portsFrom(env) };
  return {
    ports,
    ...keptSecrets(join(folder, 'secrets.json')),
    async requireFree(...uses) {
      for (const use of uses) if (!(await isFree(ports[use]))) throw portTaken(use, ports[use], file);
    },
  };
}

async function keptPorts(file: string): Promise<Ports> {
  const kept = readObject(file);
  const ports: Partial<Ports> = {};
  for (const use of allUses) {
    const port = kept?.[use];
    if (isPort(port)) ports[use] = port;
    else if (port !== undefined)
      throw unreadable(file, `"${use}" is ${JSON.stringify(port)}`, 'a port from 1 to 65535');
  }
  const missing = allUses.filter((use) => ports[use] === undefined);
  for (const use of missing) ports[use] = await freePortFrom(portUses[use].preferred, new Set(Object.values(ports)));
  if (missing.length > 0) replaceFile(file, `${JSON.stringify({ ...kept, ...ports }, null, 2)}\n`, 0o600);
  return ports as Ports;
}

function portsFrom(env: NodeJS.ProcessEnv): Partial<Ports> {
  const ports: Partial<Ports> = {};
  for (const use of allUses) {
    const { variable } = portUses[use];
    const text = env[variable];
    if (text === undefined || text === '') continue;
    const port = Number(text);
    if (!isPort(port))
      throw new LocalError(
        'bad_port',
        `${variable} is "${text}". It must be a port from 1 to 65535. Correct or unset it.`,
      );
    ports[use] = port;
  }
  return ports;
}

function keptSecrets(file: string): Secrets {
  const kept = readObject(file);
  if (kept === undefined) {
    const secrets: Secrets = { signingKey: newKey(), mailboxKey: newKey(), hookSecret: newKey() };
    replaceFile(file, `${JSON.stringify(secrets, null, 2)}\n`, 0o600);
    return secrets;
  }
  chmodSync(file, 0o600);
  return {
    signingKey: keyIn(kept, 'signingKey', file),
    mailboxKey: keyIn(kept, 'mailboxKey', file),
    hookSecret: keyIn(kept, 'hookSecret', file),
  };
}

/** 32 bytes. */
function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/** A damaged key is never replaced silently: every link mailed so far would die. */
function keyIn(kept: Record<string, unknown>, name: keyof Secrets, file: string): string {
  const key = kept[name];
  if (typeof key !== 'string' || key.length < 43)
    throw unreadable(file, `"${name}" is missing or too short`, '32 bytes in base64url');
  return key;
}

function readObject(file: string): Record<string, unknown> | undefined {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through to the same error.
  }
  throw unreadable(file, 'the file is not a JSON object', 'one');
}

function unreadable(file: string, found: string, needed: string): LocalError {
  const todo = 'Restore the file. Removing it chooses new values, and links mailed so far stop working.';
  return new LocalError('settings_unreadable', `${file} cannot be used: ${found}, needed is ${needed}. ${todo}`);
}

function portTaken(use: PortUse, port: number, file: string): LocalError {
  const { label, variable } = portUses[use];
  return new LocalError(
    'port_taken',
    [
      `Port ${port} on 127.0.0.1, kept for the ${label}, is used by another program.`,
      'Muster does not move by itself, because links already mailed name its port.',
      `Stop that program, or set ${variable} to a free port for this run, or change "${use}" in ${file} for good.`,
    ].join(' '),
  );
}
