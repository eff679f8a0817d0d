import { and, asc, eq, sql } from 'drizzle-orm';
import { drillKey, fold } from '../../domain/drill/index.js';
import type { DrillEvent, DrillEventOf, DrillStatus } from '../../domain/drill/index.js';
import type { Actor } from '../../domain/incident/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import { sealAfter } from '../../seal/index.js';
import type { Bare } from '../../seal/index.js';
import { isDocument } from '../documents/document.js';
import type { DocumentEntry } from '../documents/document.js';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';
import { has, namedInMail, wordsIn } from '../erasure/found.js';
import type { Named } from '../erasure/found.js';
import { withoutTexts } from '../erasure/withoutTexts.js';
import { withTexts } from '../incidents/recordedEvent.js';
import { documents, drillEvents, drills, drillSheets } from '../schema.js';
import { lockDrill } from './recordDrill.js';

export interface ConcernedDrill {
  id: string;
  status: DrillStatus;
}

/** Drills that have a person in them: named in words, by id, or as whom a mail was for. */
export async function drillsNaming(db: Db, traces: Named, person: string): Promise<ConcernedDrill[]> {
  const { pattern } = traces;
  return rowsOf<ConcernedDrill>(
    db,
    sql`
      SELECT id, status FROM drills
      WHERE id IN (
        SELECT drill_id FROM drill_events
          WHERE ${has(wordsIn(sql`texts`), pattern)} OR position(${JSON.stringify(person)} IN event::text) > 0
        UNION SELECT drill_id FROM drill_sheets WHERE ${has(wordsIn(sql`answers`), pattern)}
      ) OR ${drillKey('')} || id IN (
        SELECT incident_id FROM outbox WHERE person = ${person} OR ${namedInMail(traces)}
      )
      ORDER BY id`,
  );
}

/** Those in which it was played. */
export async function drillsOfIncident(db: Db, incidentId: string): Promise<ConcernedDrill[]> {
  const { id, status } = drills;
  return db.select({ id, status }).from(drills).where(eq(drills.incidentId, incidentId)).orderBy(asc(id));
}

export interface DrillErasure {
  drill: string;
  /** The last hash of the record that this was judged by. */
  headHash: string;
  erasure: string;
  /** Absent where what an incident gathered is destroyed. */
  person?: PersonId;
  finds: (text: string) => boolean;
  /** Without `now` it is destroyed. */
  papers: { key: DocumentEntry; now?: { bytes: Uint8Array; sha256: string } }[];
  actor: Actor;
  at: Instant;
}

/**
 * Both or neither: what is to be erased is gone, and the chain says so. `false`: the record has grown since it was judged, and
 * nothing was done.
 */
export async function eraseInDrill(db: Db, asked: DrillErasure): Promise<boolean> {
  const { drill, headHash, erasure, person, finds, papers, actor, at } = asked;
  return db.transaction(async (tx) => {
    await lockDrill(tx, drill);
    const [known] = await tx.select().from(drills).where(eq(drills.id, drill));
    if (known?.headHash !== headHash) return false;
    const { seq, event, texts, drillId } = drillEvents;
    const rows = await tx.select({ seq, event, texts }).from(drillEvents).where(eq(drillId, drill)).orderBy(asc(seq));
    const erased = rows.flatMap((row) => {
      const fields = Object.keys(row.texts).filter((field) => finds(row.texts[field]?.text ?? ''));
      return fields.length === 0 ? [] : [{ seq: row.seq, fields }];
    });
    const sheets = await eraseInSheets(tx, drill, finds);
    if (erased.length === 0 && sheets === 0 && papers.length === 0) return true;
    const left = rows.map((row) => ({
      ...row,
      texts: withoutTexts(row.texts, erased.find((one) => one.seq === row.seq)?.fields ?? []),
    }));
    for (const one of left.filter((row) => erased.some((gone) => gone.seq === row.seq))) {
      await tx
        .update(drillEvents)
        .set({ texts: one.texts })
        .where(and(eq(drillId, drill), eq(seq, one.seq)));
    }
    for (const { key, now } of papers) {
      if (now === undefined) await tx.delete(documents).where(isDocument(key));
      else
        await tx
          .update(documents)
          .set({ ...now, createdAt: at })
          .where(isDocument(key));
    }
    const events = left.map((row) => withTexts<DrillEvent>(row.event, row.texts));
    const says: DrillEvent = {
      ...{ seq: known.seq + 1, at: Math.max(at, events.at(-1)?.at ?? 0), actor, via: 'api' },
      ...{ type: 'textsErased', erasure, ...(person === undefined ? {} : { person }), erased },
      ...(papers.length === 0 ? {} : { papers: papers.map(said) }),
      ...(sheets === 0 ? {} : { sheets }),
    };
    const sealed = sealAfter(headHash, drillKey(drill), [says]);
    await tx.insert(drillEvents).values(sealed.map((row) => ({ drillId: drill, type: row.event.type, ...row })));
    await tx
      .update(drills)
      .set({ state: fold([...events, says]), seq: says.seq, headHash: sealed[0]!.hash, updatedAt: says.at })
      .where(eq(drills.id, drill));
    return true;
  });
}

type Said = NonNullable<DrillEventOf<'textsErased'>['papers']>[number];

function said({ key: { id, format, lang }, now }: DrillErasure['papers'][number]): Said {
  const sha256 = now === undefined ? {} : { sha256: now.sha256 };
  return { documentId: id, format, lang: lang as Said['lang'], ...sha256 };
}

/** How many answers. */
async function eraseInSheets(tx: Db, drill: string, finds: (text: string) => boolean): Promise<number> {
  let count = 0;
  for (const { id, answers } of await tx.select().from(drillSheets).where(eq(drillSheets.drillId, drill))) {
    const named = Object.entries(answers).filter(([, text]) => finds(text));
    if (named.length === 0) continue;
    count += named.length;
    await tx
      .update(drillSheets)
      .set({ answers: { ...answers, ...Object.fromEntries(named.map(([question]) => [question, ''])) } })
      .where(and(eq(drillSheets.drillId, drill), eq(drillSheets.id, id)));
  }
  return count;
}

/** What an erasure has done so far, over all drills. */
export async function erasedInDrills(
  db: Db,
  erasure: string,
): Promise<{ drills: number; texts: number; rewritten: number; destroyed: number }> {
  const { event, type } = drillEvents;
  const rows = await db.select({ event }).from(drillEvents).where(eq(type, 'textsErased'));
  const done = rows
    .map((row) => row.event as Bare<DrillEventOf<'textsErased'>>)
    .filter((one) => one.erasure === erasure);
  const papers = done.flatMap((one) => one.papers ?? []);
  const rewritten = papers.filter(({ sha256 }) => sha256 !== undefined).length;
  return {
    drills: done.length,
    texts: done.reduce((all, one) => all + one.erased.reduce((n, { fields }) => n + fields.length, one.sheets ?? 0), 0),
    ...{ rewritten, destroyed: papers.length - rewritten },
  };
}
