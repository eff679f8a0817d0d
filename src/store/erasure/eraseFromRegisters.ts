import { sql } from 'drizzle-orm';
import { entriesChanged, redacted, rosterWithout } from '../../domain/erasure/index.js';
import type { PersonTraces } from '../../domain/erasure/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import { checkRoster } from '../../domain/plan/roster.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { canonical, sha256 } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { tellChanged } from '../memory.js';
import { lockVersions, newestVersionNumber } from '../registers/register.js';
import { ledgers, rosters } from '../schema.js';

/** What an erasure changes in one version. */
export interface RegisterChange {
  register: 'roster' | 'ledger';
  version: number;
  /** Of a roster: whose entries go or lose a word. */
  people: PersonId[];
}

interface Change extends RegisterChange {
  left: object;
}

const REGISTERS = [
  { name: 'roster', table: rosters },
  { name: 'ledger', table: ledgers },
] as const;

export async function inRegisters(db: Db, person: PersonId, traces: PersonTraces): Promise<RegisterChange[]> {
  const changes: RegisterChange[] = [];
  for await (const { left: _, ...change } of changesIn(db, person, traces)) changes.push(change);
  return changes;
}

/**
 * Out of every version of roster and ledger. Where today's roster lists the person a new version takes its place, because
 * every process keeps the newest by its number. Comes last: from the roster one knows whom to look for.
 */
export async function eraseFromRegisters(db: Db, person: PersonId, traces: PersonTraces): Promise<number> {
  return db.transaction(async (tx) => {
    for (const { table } of REGISTERS) await lockVersions(tx, table);
    const newest = await newestVersionNumber(tx, rosters);
    let count = 0;
    for await (const { register, version, left } of changesIn(tx, person, traces)) {
      const { table } = REGISTERS.find(({ name }) => name === register)!;
      const hash = sha256(canonical(left));
      count += 1;
      await tx
        .update(table)
        .set({ document: left, hash })
        .where(sql`${table.version} = ${version}`);
      if (register !== 'roster' || version !== newest) continue;
      // Judged before it began; somebody may have brought in another one since.
      if ('issues' in checkRoster(left)) throw new Error('the roster of today is none without the person');
      await tx.insert(rosters).values({ document: left, hash });
    }
    await tellChanged(tx);
    return count;
  });
}

/** One version after the other: together they may be more than the memory. */
async function* changesIn(db: Db, person: PersonId, traces: PersonTraces): AsyncGenerator<Change> {
  for (const { name: register, table } of REGISTERS) {
    const versions = await db.select({ version: table.version }).from(table).orderBy(table.version);
    for (const { version } of versions) {
      const [row] = await db
        .select({ document: table.document })
        .from(table)
        .where(sql`${table.version} = ${version}`);
      if (row === undefined) continue;
      if (register === 'ledger') {
        const { value: left, count } = redacted(row.document as object, (text) => traces.certain.finds(text));
        if (count > 0) yield { register, version, people: [], left };
        continue;
      }
      const before = row.document as RosterDocument;
      const left = rosterWithout(before, person, traces);
      const people = entriesChanged(before, left);
      if (people.length > 0) yield { register, version, people, left };
    }
  }
}
