import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUR } from './domain/time.js';
import { loadPlan, loadRoster, PlanFileError, ROSTER_FILE } from './planfiles/index.js';
import { hashToken, newToken } from './seal/index.js';
import type { Directory, Store, TokenHolder } from './store/index.js';

/** A token that nobody renews stops working; a year outlives every trial and is not for ever. */
const TOKEN_LIFE = 365 * 24 * HOUR;

/**
 * Brings plan and roster in when the store has none; later only a changed roster, because a plan changes by approval and
 * not by an edited file. Files that have become unreadable do not keep a running organisation from starting again.
 */
export async function bringInPlan(store: Store, dir: string, say: (line: string) => void): Promise<void> {
  const effective = await store.effectivePlan();
  try {
    const { document, hash } = loadPlan(dir);
    const roster = loadRoster(join(dir, ROSTER_FILE), document);
    const { version: before } = (await store.currentRoster()) ?? { version: 0 };
    const { version } = await store.saveRoster(roster.document);
    if (!effective) {
      const { id, version } = document.plan;
      await store.savePlan({ id, version, hash, document, status: 'effective' });
      say(`Brought in the plan "${id}" version ${version} from ${dir} (sample, not approved).`);
      return;
    }
    if (version !== before)
      say(`Brought in the changed roster from ${dir}. Incidents that are running keep their people.`);
    if (effective.hash !== hash) {
      say(
        `The plan in ${dir} differs from the one in force (${effective.id} version ${effective.version}), which stays.`,
      );
    }
  } catch (error) {
    if (!effective || !(error instanceof PlanFileError)) throw error;
    say(`${error.message}\nThe plan in force (${effective.id} version ${effective.version}) and its roster stay.`);
  }
}

/**
 * Writes a token for the operator and for those who first hold the posts of command, each to a file of its own that
 * only this user can read. Files that are there stay: the tokens in them go on working.
 */
export async function writeFirstTokens(store: Store, directory: Directory, dir: string): Promise<string[]> {
  const basis = await directory.basis();
  const { commander, deputies } = basis?.plan.command ?? { commander: undefined, deputies: [] };
  const deputy = deputies[0];
  const holders: [string, TokenHolder | undefined][] = [
    ['operator', { kind: 'operator' }],
    ['commander', personIn(commander)],
    ['deputy', personIn(deputy)],
  ];
  function personIn(post: string | undefined): TokenHolder | undefined {
    const id = post === undefined ? undefined : basis?.holders[post]?.[0];
    return id === undefined ? undefined : { kind: 'person', id };
  }

  const files: string[] = [];
  for (const [name, holder] of holders) {
    if (!holder) continue;
    const file = join(dir, `${name}.token`);
    files.push(file);
    if (await isValid(store, file)) continue;
    const token = newToken();
    const label = `first ${name} token`;
    await store.createToken({
      id: randomUUID(),
      hash: hashToken(token),
      holder,
      label,
      expiresAt: Date.now() + TOKEN_LIFE,
    });
    writeFileSync(file, `${token}\n`, { mode: 0o600 });
  }
  return files;
}

async function isValid(store: Store, file: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  const token = readFileSync(file, 'utf8').trim();
  return (await store.findToken(hashToken(token), Date.now())) !== undefined;
}
