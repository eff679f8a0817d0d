import { and, desc, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { PublicationKind, PublicationTexts } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { publications } from '../schema.js';

/** As the public may see it: nothing of the incident. */
export interface PublishedText {
  /** Grows with each; where the next page of the list begins. */
  n: number;
  publicId: string;
  kind: PublicationKind;
  publishedAt: Instant;
  nextAt?: Instant;
  /** Absent once it is withdrawn. */
  texts?: PublicationTexts;
  withdrawnAt?: Instant;
  corrects?: Other;
  /** What stands against it now, the latest last. */
  correctedBy: Other[];
}

export interface Other {
  publicId: string;
  texts?: PublicationTexts;
}

type Row = typeof publications.$inferSelect;

/** The latest first. */
export async function listPublished(db: Db, limit: number, before?: number): Promise<PublishedText[]> {
  const rows = await db
    .select()
    .from(publications)
    .where(and(isNotNull(publications.publishedAt), before === undefined ? undefined : lt(publications.n, before)))
    .orderBy(desc(publications.n))
    .limit(limit);
  return withOthers(db, rows);
}

export async function readPublished(db: Db, publicId: string): Promise<PublishedText | undefined> {
  const rows = await db
    .select()
    .from(publications)
    .where(and(eq(publications.publicId, publicId), isNotNull(publications.publishedAt)));
  return (await withOthers(db, rows))[0];
}

async function withOthers(db: Db, rows: Row[]): Promise<PublishedText[]> {
  if (rows.length === 0) return [];
  const about = rows.flatMap(({ incidentId, publication, corrects }) => [
    and(
      eq(publications.incidentId, incidentId),
      eq(publications.corrects, publication),
      isNull(publications.withdrawnAt),
    ),
    ...(corrects === null
      ? []
      : [and(eq(publications.incidentId, incidentId), inArray(publications.publication, [corrects]))]),
  ]);
  const others = await db
    .select()
    .from(publications)
    .where(and(isNotNull(publications.publishedAt), or(...about)))
    .orderBy(publications.n);
  return rows.map((row) => published(row, others));
}

function published(row: Row, others: Row[]): PublishedText {
  const { n, publicId, kind, nextAt, publishedAt, texts, withdrawnAt } = row;
  const related = others.filter(({ incidentId }) => incidentId === row.incidentId);
  const corrected = related.find(({ publication }) => publication === row.corrects);
  return {
    n,
    publicId,
    kind,
    publishedAt: publishedAt ?? 0,
    ...(nextAt === null ? {} : { nextAt }),
    ...(texts === null ? {} : { texts }),
    ...(withdrawnAt === null ? {} : { withdrawnAt }),
    ...(corrected === undefined ? {} : { corrects: otherOf(corrected) }),
    correctedBy: related
      .filter(({ corrects, withdrawnAt: gone }) => corrects === row.publication && gone === null)
      .map(otherOf),
  };
}

function otherOf({ publicId, texts }: Row): Other {
  return { publicId, ...(texts === null ? {} : { texts }) };
}
