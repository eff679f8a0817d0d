import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { World } from './world.js';

/** Where `npm start` keeps its things; a relative MUSTER_DIR counts from the project's folder there as well. */
export function dataFolder({ env, root }: Pick<World, 'env' | 'root'>): string {
  return resolve(root, env['MUSTER_DIR'] || '.muster');
}

/** What the running instance says of itself, else the port that it is going to use. */
export function localAddress(folder: string): string | undefined {
  return addressInLock(folder) ?? addressFromPort(folder);
}

/** Undefined when there is no such file. */
export function tokenInFolder(folder: string, name: string): string | undefined {
  return read(join(folder, `${name}.token`))?.trim();
}

export function tokenNames(folder: string): string[] {
  return filesIn(folder).flatMap((file) => /^(.+)\.token$/.exec(file)?.[1] ?? []);
}

/** `lock.1`, `lock.2` …: the highest counts (see src/local/processLock.ts). */
function addressInLock(folder: string): string | undefined {
  const numbers = filesIn(folder).flatMap((file) => /^lock\.(\d+)$/.exec(file)?.[1] ?? []);
  const holder = readObject(join(folder, `lock.${Math.max(0, ...numbers.map(Number))}`));
  const api = (holder?.['info'] as { api?: unknown } | undefined)?.api;
  return holder?.['released'] !== true && typeof api === 'string' && URL.canParse(api) ? api : undefined;
}

function addressFromPort(folder: string): string | undefined {
  const port = readObject(join(folder, 'settings.json'))?.['api'];
  return typeof port === 'number' ? `http://127.0.0.1:${port}` : undefined;
}

function readObject(file: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(read(file) ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
