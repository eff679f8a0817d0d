import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { tellChanged } from '../memory.js';
import { tokens } from '../schema.js';

/** Whom a token stands for; also an actor of the incident. */
export type TokenHolder = { kind: 'person'; id: PersonId } | { kind: 'operator' };

export interface Token {
  id: string;
  holder: TokenHolder;
  label: string;
  createdAt: Instant;
  expiresAt: Instant;
  revokedAt?: Instant;
}

export interface NewToken {
  id: string;
  /** Of the token; the token itself is never stored. */
  hash: string;
  holder: TokenHolder;
  label: string;
  expiresAt: Instant;
}

export async function createToken(db: Db, { holder, ...token }: NewToken): Promise<void> {
  await db.insert(tokens).values({ ...token, person: holder.kind === 'person' ? holder.id : null });
}

/** Undefined when it is unknown or revoked. */
export async function findToken(db: Db, hash: string): Promise<Token | undefined> {
  const [row] = await db
    .select()
    .from(tokens)
    .where(and(eq(tokens.hash, hash), isNull(tokens.revokedAt)));
  return row && toToken(row);
}

/** Whether there was such a token and it was not revoked yet. */
export async function revokeToken(db: Db, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const revoked = await tx
      .update(tokens)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)))
      .returning({ id: tokens.id });
    await tellChanged(tx);
    return revoked.length > 0;
  });
}

/** Expired and revoked ones too. */
export async function listTokens(db: Db): Promise<Token[]> {
  const rows = await db.select().from(tokens).orderBy(asc(tokens.createdAt), asc(tokens.id));
  return rows.map(toToken);
}

function toToken(row: typeof tokens.$inferSelect): Token {
  const { id, label, createdAt, expiresAt, person, revokedAt } = row;
  return {
    id,
    holder: person === null ? { kind: 'operator' } : { kind: 'person', id: person },
    label,
    createdAt,
    expiresAt,
    ...(revokedAt === null ? {} : { revokedAt }),
  };
}
