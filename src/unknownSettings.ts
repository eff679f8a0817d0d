import type { Logger } from 'pino';
import { SETTINGS } from './config.js';
import { nearest } from './domain/plan/nearest.js';
import { PORT_SETTINGS } from './local/settings.js';

const PREFIX = 'MUSTER_';
/** What only `muster` reads. */
const OF_CLI = ['MUSTER_URL', 'MUSTER_TOKEN'];

/** What is set in vain, with the setting that may have been meant. */
export function unknownSettings(environment: NodeJS.ProcessEnv): { setting: string; meant?: string }[] {
  const known = [...SETTINGS, ...PORT_SETTINGS, ...OF_CLI].filter((name) => name.startsWith(PREFIX));
  const bare = known.map((name) => name.slice(PREFIX.length));
  return Object.keys(environment)
    .filter((name) => name.startsWith(PREFIX) && !known.includes(name))
    .map((setting) => {
      const meant = nearest(setting.slice(PREFIX.length), bare);
      return { setting, ...(meant === undefined ? {} : { meant: PREFIX + meant }) };
    });
}

export function warnOfUnknownSettings(environment: NodeJS.ProcessEnv, log: Logger): void {
  for (const unknown of unknownSettings(environment)) {
    log.warn(unknown, 'Muster knows no such setting, and goes without it; see docs/operators.md, "Settings"');
  }
}
