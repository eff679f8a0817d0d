import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { EventOf, PublicationTexts, State } from '../../domain/incident/index.js';
import { sealAfter } from '../../seal/index.js';
import { isDocument } from '../documents/document.js';
import type { DocumentKey } from '../documents/document.js';
import type { Db } from '../engine.js';
import { append } from '../incidents/append.js';
import { lookedFor } from '../incidents/projection.js';
import type { RecentStates } from '../incidents/recentStates.js';
import { lockIncident } from '../incidents/record.js';
import { jsonRows } from '../jsonRows.js';
import { documents, evidence, incidentEvents, incidents, publications } from '../schema.js';
import { withoutTexts } from './withoutTexts.js';

/** What is to be erased of an incident that is over, all at once. */
export interface IncidentErasure {
  incidentId: string;
  /** The last hash of the record that this was judged by. */
  headHash: string;
  texts: { seq: number; fields: string[] }[];
  /** `message`: JSON, what is left of it. */
  messages: { firstSeq: number; message: string; sha256: string }[];
  /** Without `now` it is destroyed. */
  documents: { key: DocumentKey; now?: { bytes: Uint8Array; sha256: string } }[];
  /** Files by SHA-256. */
  evidence: string[];
  /** What the public may still read of what was published; nothing: it is taken off. */
  publications: { publication: string; version: number; texts?: PublicationTexts }[];
  /** Says so in the chain. */
  event: EventOf<'personalDataErased'>;
  /** What the events give, without the texts and with this event. */
  state: State;
}

/**
 * Both or neither: what is erased is gone, and the chain says so. `false`: the record has grown since it was judged, and
 * nothing was done.
 */
export async function eraseInIncident(
  db: Db,
  recent: RecentStates,
  erasure: IncidentErasure,
  mustHaveEnded: () => Promise<void>,
): Promise<boolean> {
  const { incidentId, event, state } = erasure;
  const headHash = await db.transaction(async (tx) => {
    await lockIncident(tx, incidentId);
    const [row] = await tx.select({ headHash: incidents.headHash }).from(incidents).where(eq(incidents.id, incidentId));
    if (row?.headHash !== erasure.headHash) return undefined;
    // Under the lock: whatever run begins from here on reads what this leaves (`readForRun`).
    await mustHaveEnded();
    await eraseTexts(tx, erasure);
    await eraseMessages(tx, erasure);
    for (const { publication, version, texts } of erasure.publications) {
      const isThis = and(
        eq(publications.incidentId, incidentId),
        eq(publications.publication, publication),
        eq(publications.version, version),
        isNull(publications.withdrawnAt),
      );
      await tx
        .update(publications)
        .set(texts === undefined ? { texts: null, withdrawnAt: event.at } : { texts })
        .where(isThis);
    }
    for (const { key, now } of erasure.documents) {
      if (now === undefined) await tx.delete(documents).where(isDocument(key));
      else
        await tx
          .update(documents)
          .set({ ...now, createdAt: event.at })
          .where(isDocument(key));
    }
    if (erasure.evidence.length > 0) {
      await tx
        .delete(evidence)
        .where(and(eq(evidence.incidentId, incidentId), inArray(evidence.sha256, erasure.evidence)));
    }
    const sealed = sealAfter(row.headHash, incidentId, [event]);
    const { basis: _, ...bare } = state;
    const changed = {
      seq: event.seq,
      headHash: sealed[0]!.hash,
      state: bare,
      title: state.report.texts.title,
      ...lookedFor(state),
    };
    await tx
      .update(incidents)
      .set({ ...changed, updatedAt: event.at })
      .where(eq(incidents.id, incidentId));
    await append(tx, incidentId, sealed, []);
    return changed.headHash;
  });
  // What this process remembers has the texts still.
  if (headHash !== undefined) recent.keep(state, headHash);
  return headHash !== undefined;
}

async function eraseTexts(tx: Db, { incidentId, texts }: IncidentErasure): Promise<void> {
  if (texts.length === 0) return;
  const fields = new Map(texts.map((one) => [one.seq, one.fields]));
  const rows = await tx
    .select({ seq: incidentEvents.seq, texts: incidentEvents.texts })
    .from(incidentEvents)
    .where(and(eq(incidentEvents.incidentId, incidentId), inArray(incidentEvents.seq, [...fields.keys()])));
  const left = rows.map(({ seq, texts: sealed }) => ({
    seq,
    texts: JSON.stringify(withoutTexts(sealed, fields.get(seq) ?? [])),
  }));
  await tx.execute(sql`
    UPDATE incident_events AS event SET texts = row.texts::json
    FROM json_to_recordset(${jsonRows(left)}) AS row (seq integer, texts text)
    WHERE event.incident_id = ${incidentId} AND event.seq = row.seq`);
}

async function eraseMessages(tx: Db, { incidentId, messages }: IncidentErasure): Promise<void> {
  if (messages.length === 0) return;
  await tx.execute(sql`
    UPDATE incident_messages AS kept SET message = row.message::json, sha256 = row.sha256
    FROM json_to_recordset(${jsonRows(messages)}) AS row ("firstSeq" integer, message text, sha256 text)
    WHERE kept.incident_id = ${incidentId} AND kept.first_seq = row."firstSeq"`);
}
