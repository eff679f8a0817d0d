import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bringIn } from './domain/plan/lifecycle/index.js';
import { HOUR } from './domain/time.js';
import { loadPlan, PlanFileError } from './planfiles/index.js';
import { bringInRegisters } from './registersAtStart.js';
import { hashToken, newToken } from './seal/index.js';
import type { Directory, Store, TokenHolder } from './store/index.js';
import { unlessSeen } from './seenFiles.js';
import type { Remarks } from './seenFiles.js';
import type { Config } from './config.js';

type Say = (line: string) => void;

/** A token that nobody renews stops working; a year outlives every trial and is not for ever. */
const TOKEN_LIFE = 365 * 24 * HOUR;

/**
 * Brings in the plan when the store has none, and roster and ledger as long as none was imported: a plan changes by
 * approval and not by an edited file. Files that have become unreadable do not keep a running organisation from starting
 * again. `dir` is the data folder.
 */
export function bringInPlan(store: Store, { planDir, dir }: Pick<Config, 'planDir' | 'dir'>, say: Say): Promise<void> {
  const memo = join(dir, 'plan-files.json');
  return unlessSeen(
    { folder: planDir, memo, say },
    () => standing(store),
    (remarks) => readFiles(store, planDir, remarks),
  );
}

/** Whatever decides, beside the files, what becomes of them. */
async function standing(store: Store): Promise<string> {
  const [plan, roster, ledger, coming] = await Promise.all([
    store.effectivePlanKey(),
    store.currentRoster(),
    store.currentLedger(),
    store.comingPosts(),
  ]);
  const register = (known: typeof roster) => known && [known.version, known.importedBy];
  return JSON.stringify([plan, register(roster), register(ledger), ledger?.adjusted, coming]);
}

async function readFiles(store: Store, dir: string, remarks: Remarks): Promise<void> {
  const effective = await store.effectivePlan();
  try {
    const { document, hash } = loadPlan(dir);
    // People must fit the plan that runs, which is not always the one in the files.
    await bringInRegisters(store, dir, effective?.document ?? document, remarks);
    if (!effective) {
      const { id, version } = document.plan;
      const { outcome } = await store.actOnPlan({
        plan: { id, version },
        content: { hash, document },
        decide: ({ inForce }) => bringIn(Date.now(), hash, inForce),
      });
      // Refused: another process that starts at the same moment was first.
      if (outcome === 'recorded')
        remarks.did(`Brought in the plan "${id}" version ${version} from ${dir} (sample, not approved).`);
      return;
    }
    if (effective.hash !== hash) {
      remarks.found(
        `The plan in ${dir} differs from the one in force (${effective.id} version ${effective.version}), which stays.`,
      );
    }
  } catch (error) {
    if (!effective || !(error instanceof PlanFileError)) throw error;
    remarks.found(
      `${error.message}\nThe plan in force (${effective.id} version ${effective.version}) and its roster stay.`,
    );
  }
}

/**
 * The first start of an installation writes a token for the operator and for those who first hold the posts of command,
 * each to a file of its own that only this user can read. Once written they are never written again: their owners take
 * them away, and a token on disk that nobody asked for would be one too many. Returns the files that are there.
 */
export async function writeFirstTokens(store: Store, directory: Directory, dir: string): Promise<string[]> {
  const basis = await directory.basis();
  const { commander, deputies } = basis?.plan.command ?? { deputies: [] };
  const personIn = (post: string | undefined): TokenHolder | undefined => {
    const id = post === undefined ? undefined : basis?.holders[post]?.[0];
    return id === undefined ? undefined : { kind: 'person', id };
  };
  const holders = {
    operator: { kind: 'operator' },
    commander: personIn(commander),
    deputy: personIn(deputies[0]),
  } satisfies Record<string, TokenHolder | undefined>;

  const standing = (await store.listTokens()).filter((token) => token.revokedAt === undefined);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const files: string[] = [];
  for (const [name, holder] of Object.entries(holders)) {
    const file = join(dir, `${name}.token`);
    const label = `first ${name} token`;
    if (holder && !standing.some((token) => token.label === label)) {
      const token = newToken();
      // The file first: a token that is valid and written nowhere would be nobody's.
      writeFileSync(file, `${token}\n`, { mode: 0o600 });
      await store.createToken({
        id: randomUUID(),
        hash: hashToken(token),
        holder,
        label,
        expiresAt: Date.now() + TOKEN_LIFE,
      });
    }
    if (existsSync(file)) files.push(file);
  }
  return files;
}
