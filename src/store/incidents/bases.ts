import { eq } from 'drizzle-orm';
import type { Basis } from '../../domain/plan/compiled.js';
import { canonical, sha256 } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { incidentBases } from '../schema.js';

/** Each up to some 64 KB of JSON; an installation rarely has more than a few in use. */
const KEPT_IN_MEMORY = 32;

/** What incidents are pinned to, stored once under its hash. Never changes, so that what was read is kept. */
export interface Bases {
  /** Returns the hash. */
  save(db: Db, basis: Basis): Promise<string>;
  read(db: Db, hash: string): Promise<Basis>;
}

export function createBases(): Bases {
  const kept = new Map<string, Basis>();

  function keep(hash: string, basis: Basis): void {
    kept.set(hash, basis);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_IN_MEMORY && oldest !== undefined) kept.delete(oldest);
  }

  return {
    async save(db, basis) {
      const hash = sha256(canonical(basis));
      if (kept.has(hash)) return hash;
      const is = eq(incidentBases.hash, hash);
      const [known] = await db.select({ hash: incidentBases.hash }).from(incidentBases).where(is);
      // Sending some 64 KB to be told that they are there already would cost each new incident some milliseconds.
      if (!known) await db.insert(incidentBases).values({ hash, basis }).onConflictDoNothing();
      // Not what was just written: the transaction may still fail.
      else keep(hash, basis);
      return hash;
    },
    async read(db, hash) {
      const known = kept.get(hash);
      if (known) return known;
      const [row] = await db.select().from(incidentBases).where(eq(incidentBases.hash, hash));
      if (!row) throw new Error(`no basis ${hash}`);
      keep(hash, row.basis);
      return row.basis;
    },
  };
}
