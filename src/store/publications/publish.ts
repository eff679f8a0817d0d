import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { EventOf, EventType } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { StoreError } from '../errors.js';
import { eventsOfTypes } from '../incidents/events.js';
import { lockIncident } from '../incidents/record.js';
import { incidents, publications } from '../schema.js';

/** No words: those are taken from the record, so that nothing can go out but what was approved. */
export interface PublicationKey {
  incidentId: string;
  publication: string;
}

export interface PublishRequest extends PublicationKey {
  version: number;
  at: Instant;
}

/** What the public page shows of it; without `publicId` nothing, because it never was out. */
export interface ShownAs {
  shows: 'text' | 'withdrawn';
  publicId?: string;
}

const PUBLIC_ID_BYTES = 8;

/** The words of the version that was approved, by the record. Asked again, it answers what stands. */
export async function publish(db: Db, request: PublishRequest): Promise<ShownAs> {
  return db.transaction(async (tx) => {
    // No withdrawal is recorded between looking for one and letting it out.
    await lockIncident(tx, request.incidentId);
    return publishUnlessWithdrawn(tx, request);
  });
}

async function publishUnlessWithdrawn(
  db: Db,
  { incidentId, publication, version, at }: PublishRequest,
): Promise<ShownAs> {
  await mustBeReal(db, incidentId);
  const types = ['publicationDrafted', 'publicationApproved', 'publicationWithdrawn'] as const;
  const events = await eventsAbout(db, incidentId, publication, [...types]);
  // It must not be out for even a moment.
  if (events.some(({ type }) => type === 'publicationWithdrawn')) {
    return withdrawPublication(db, { incidentId, publication, version, at });
  }
  const isThis = (event: { version: number }) => event.version === version;
  const approved = events.filter((event) => event.type === 'publicationApproved').find(isThis);
  const drafted = events.filter((event) => event.type === 'publicationDrafted').find(isThis);
  if (approved === undefined || drafted === undefined) throw notApproved({ incidentId, publication }, version);
  const { kind, corrects, nextAt, texts } = drafted;
  await db
    .insert(publications)
    .values({
      incidentId,
      publication,
      version,
      publicId: newPublicId(),
      kind,
      corrects: corrects ?? null,
      texts,
      nextAt: nextAt ?? null,
      publishedAt: at,
    })
    .onConflictDoNothing();
  return shownAs(db, { incidentId, publication });
}

/** Only the line that says so is left. What was not out yet never will be. */
export async function withdrawPublication(
  db: Db,
  { incidentId, publication, version, at }: PublishRequest,
): Promise<ShownAs> {
  await mustBeReal(db, incidentId);
  const events = await eventsAbout(db, incidentId, publication, ['publicationDrafted', 'publicationWithdrawn']);
  const drafted = events.filter((event) => event.type === 'publicationDrafted').find((one) => one.version === version);
  if (drafted === undefined || !events.some(({ type }) => type === 'publicationWithdrawn')) {
    throw new StoreError('not_approved', `${publication} of incident ${incidentId} is not withdrawn by the record`);
  }
  await db
    .insert(publications)
    .values({ incidentId, publication, version, publicId: newPublicId(), kind: drafted.kind, withdrawnAt: at })
    .onConflictDoNothing();
  await db
    .update(publications)
    .set({ texts: null, withdrawnAt: at })
    .where(and(isPublication({ incidentId, publication }), isNull(publications.withdrawnAt)));
  return shownAs(db, { incidentId, publication });
}

async function mustBeReal(db: Db, incidentId: string): Promise<void> {
  const [found] = await db.select({ mode: incidents.mode }).from(incidents).where(eq(incidents.id, incidentId));
  if (found?.mode === 'real') return;
  throw new StoreError('drill_not_published', `incident ${incidentId} is a drill, of which nothing is published`);
}

type About = EventOf<'publicationDrafted' | 'publicationApproved' | 'publicationWithdrawn'>;

async function eventsAbout<T extends About['type'] & EventType>(
  db: Db,
  incidentId: string,
  publication: string,
  types: T[],
): Promise<Extract<About, { type: T }>[]> {
  const recorded = await eventsOfTypes(db, incidentId, types);
  const events = recorded.map(({ event }) => event as Extract<About, { type: T }>);
  return events.filter((event) => event.publication === publication);
}

function notApproved({ incidentId, publication }: PublicationKey, version: number): StoreError {
  const what = `version ${version} of ${publication} of incident ${incidentId}`;
  return new StoreError('not_approved', `${what} is not approved by the record`);
}

function newPublicId(): string {
  return randomBytes(PUBLIC_ID_BYTES).toString('hex');
}

function isPublication({ incidentId, publication }: PublicationKey) {
  return and(eq(publications.incidentId, incidentId), eq(publications.publication, publication));
}

async function shownAs(db: Db, key: PublicationKey): Promise<ShownAs> {
  const [row] = await db.select().from(publications).where(isPublication(key));
  if (row === undefined) throw new Error(`${key.publication} of incident ${key.incidentId} has vanished`);
  if (row.withdrawnAt === null) return { shows: 'text', publicId: row.publicId };
  return { shows: 'withdrawn', ...(row.publishedAt === null ? {} : { publicId: row.publicId }) };
}
