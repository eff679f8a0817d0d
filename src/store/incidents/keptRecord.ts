import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { incidentBases, incidentEvents, incidentMessages, incidents } from '../schema.js';
import { textOf } from '../textOf.js';

// The rows as they are stored, for proving them: nothing remembered, JSON as its text, which may be damaged.

/** What the public page has. */
export interface KeptPublication {
  publication: string;
  version: number;
  publicId: string;
  kind: string;
  corrects: string | null;
  texts: object | null;
  nextAt: number | null;
  wasOut: boolean;
  withdrawn: boolean;
}

export type KeptIncident = Awaited<ReturnType<typeof keptIncident>> & object;

export async function keptIncident(db: Db, id: string) {
  const { state, clock, ...rest } = incidents;
  const [row] = await db
    .select({
      id: rest.id,
      seq: rest.seq,
      // In the same statement, so that of an incident that runs both are of one moment.
      lastSeq: sql<number>`(
        SELECT coalesce(max(seq), 0)::integer FROM incident_events WHERE incident_id = ${rest.id}
      )`,
      headHash: rest.headHash,
      basisHash: rest.basisHash,
      firstBasisHash: rest.firstBasisHash,
      phase: rest.phase,
      level: rest.level,
      incidentLevel: rest.incidentLevel,
      category: rest.category,
      mode: rest.mode,
      title: rest.title,
      openedAt: rest.openedAt,
      updatedAt: rest.updatedAt,
      state: textOf(state),
      clock: sql<string | null>`${clock}::text`,
      destroyBy: rest.destroyBy,
      // Of the same moment as well: nothing is out but what is approved on record.
      publications: sql<string | null>`(
        SELECT json_agg(json_build_object(
          'publication', publication, 'version', version, 'publicId', public_id, 'kind', kind, 'corrects', corrects,
          'texts', texts, 'nextAt', (extract(epoch FROM next_at) * 1000)::bigint,
          'wasOut', published_at IS NOT NULL, 'withdrawn', withdrawn_at IS NOT NULL) ORDER BY n)::text
        FROM publications WHERE incident_id = ${rest.id}
      )`,
    })
    .from(incidents)
    .where(eq(incidents.id, id));
  if (row === undefined) return undefined;
  const { publications, clock: clockText, destroyBy, ...incident } = row;
  return {
    ...incident,
    lookedFor: { clock: clockText, destroyBy },
    ...(publications === null ? {} : { publications: JSON.parse(publications) as KeptPublication[] }),
  };
}

export interface KeptEvent {
  seq: number;
  /** By which it is found. */
  type: string;
  event: string;
  texts: string;
  hash: string;
}

/** Those after `afterSeq` and up to `upTo`, in order, so many at most. */
export interface KeptPart {
  afterSeq: number;
  upTo: number;
  limit: number;
}

export async function keptEvents(
  db: Db,
  incidentId: string,
  { afterSeq, upTo, limit }: KeptPart,
): Promise<KeptEvent[]> {
  const { seq, type, event, texts, hash } = incidentEvents;
  return db
    .select({ seq, type, event: textOf(event), texts: textOf(texts), hash })
    .from(incidentEvents)
    .where(and(eq(incidentEvents.incidentId, incidentId), gt(seq, afterSeq), lte(seq, upTo)))
    .orderBy(asc(seq))
    .limit(limit);
}

export interface KeptMessage {
  firstSeq: number;
  message: string;
  sha256: string | null;
}

export async function keptMessages(
  db: Db,
  incidentId: string,
  { afterSeq, upTo, limit }: KeptPart,
): Promise<KeptMessage[]> {
  const { firstSeq, message, sha256 } = incidentMessages;
  return db
    .select({ firstSeq, message: textOf(message), sha256 })
    .from(incidentMessages)
    .where(and(eq(incidentMessages.incidentId, incidentId), gt(firstSeq, afterSeq), lte(firstSeq, upTo)))
    .orderBy(asc(firstSeq))
    .limit(limit);
}

export async function keptBasis(db: Db, hash: string): Promise<string | undefined> {
  const [row] = await db
    .select({ basis: textOf(incidentBases.basis) })
    .from(incidentBases)
    .where(eq(incidentBases.hash, hash));
  return row?.basis;
}
