import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { ALIKE, UNSEEN } from '../../domain/erasure/index.js';
import type { DestructionDue, PersonTraces, Traces } from '../../domain/erasure/index.js';
import type { Day } from '../../domain/plan/days.js';
import type { Db } from '../engine.js';
import { rowsOf } from '../engine.js';
import { toRecordedEvent } from '../incidents/recordedEvent.js';
import type { RecordedEvent } from '../incidents/recordedEvent.js';
import type { EffectKey } from '../outbox/notice.js';
import { erasures, incidentEvents, incidents } from '../schema.js';

/** Whether a text has what the pattern of `Traces` looks for. */
export function has(text: SQL, pattern: Pattern): SQL {
  if (pattern.length === 0) return sql`false`;
  const found = pattern.map(
    ({ loose, exact }) => sql`CASE WHEN form.text ~* ${loose} THEN form.text ~* ${exact} ELSE false END`,
  );
  // Made once: without OFFSET it would be put in wherever it is named.
  return sql`(SELECT ${sql.join(found, sql` OR `)} FROM (SELECT ${plainSql(text)} AS text OFFSET 0) AS form)`;
}

export type Pattern = Traces['pattern'];

/** As `plain` does it. A `translate` looks through its whole table for each letter. */
function plainSql(text: SQL): SQL {
  const replaced = [{ looks: UNSEEN, is: '' }, ...ALIKE].reduce(
    (form, { looks, is }) => sql`regexp_replace(${form}, ${`[${looks}]`}, ${is}, 'g')`,
    text,
  );
  return sql`normalize(${replaced}, NFKC)`;
}

/**
 * The words in JSON, as they are read: a line break within a name, or in front of it, is a letter there. Control characters
 * are spaces; the sign that stands for a backslash meanwhile is in no JSON.
 */
export function wordsIn(json: SQL): SQL {
  const marked = sql`replace(${json}::text, ${String.raw`\\`}, chr(1))`;
  const spaced = sql`regexp_replace(${marked}, ${String.raw`\\([bfnrt]|u00[01][0-9a-f])`}, ' ', 'g')`;
  return sql`replace(replace(${spaced}, ${String.raw`\"`}, '"'), chr(1), ${'\\'})`;
}

/** Which incidents have somebody in them: named in words, by id, as whom a mail was for, or as holder of a post. */
export async function incidentsNaming(db: Db, traces: Named, person: string): Promise<string[]> {
  const { pattern } = traces;
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`
      SELECT incident_id AS id FROM incident_events WHERE ${has(wordsIn(sql`texts`), pattern)}
      UNION SELECT incident_id FROM incident_messages WHERE ${has(wordsIn(sql`message`), pattern)}
      UNION SELECT incident_id FROM evidence
        WHERE incident_id IN (SELECT id FROM incidents) AND (stored_by = ${person} OR ${has(sql`name`, pattern)})
      UNION SELECT incident_id FROM outbox
        WHERE incident_id IN (SELECT id FROM incidents) AND (person = ${person} OR ${namedInMail(traces)})
      UNION SELECT incident_id FROM incident_events WHERE position(${JSON.stringify(person)} IN event::text) > 0
      UNION SELECT incidents.id FROM incidents JOIN incident_bases AS basis ON basis.hash IN (basis_hash, first_basis_hash)
        WHERE position(${JSON.stringify(person)} IN basis.basis::text) > 0`,
  );
  return rows.map(({ id }) => id).sort();
}

/** By which somebody is found in the store. */
export type Named = Pick<PersonTraces, 'pattern' | 'addresses'> & { certain: Pick<Traces, 'pattern'> };

/** A mail to somebody, by the whole address, or one that speaks of this person alone: it may be an alarm for a colleague. */
export function namedInMail({ certain, addresses }: Named): SQL {
  const text = sql`concat_ws(' ', subject, text, last_detail)`;
  const known = sql`SELECT json_array_elements_text(${JSON.stringify(addresses)}::json)`;
  return sql`(lower(address) IN (${known}) OR ${has(text, certain.pattern)})`;
}

/** A place where a search still finds something. */
export interface Left {
  table: string;
  rows: number;
}

/**
 * Every column of every table that holds text, searched. What is new in the database is searched as well; files are not,
 * because they are not text.
 */
export async function searchAll(db: Db, pattern: Pattern, except: readonly string[] = []): Promise<Left[]> {
  const columns = await rowsOf<{ table: string; column: string; isJson: boolean }>(
    db,
    sql`
      SELECT table_name AS "table", column_name AS "column", data_type LIKE 'json%' AS "isJson" FROM information_schema.columns
      WHERE table_schema = current_schema() AND data_type IN ('text', 'character varying', 'json', 'jsonb')
      ORDER BY table_name, ordinal_position`,
  );
  const tables = new Map<string, SQL[]>();
  for (const { table, column, isJson } of columns) {
    if (except.includes(table)) continue;
    const named = sql`${sql.identifier(column)}`;
    tables.set(table, [...(tables.get(table) ?? []), isJson ? wordsIn(named) : named]);
  }
  const left: Left[] = [];
  for (const [table, texts] of tables) {
    const text = sql`concat_ws(' ', ${sql.join(texts, sql`, `)})`;
    const [found] = await rowsOf<{ rows: number }>(
      db,
      sql`SELECT count(*)::integer AS rows FROM ${sql.identifier(table)} WHERE ${has(text, pattern)}`,
    );
    if (found !== undefined && found.rows > 0) left.push({ table, rows: found.rows });
  }
  return left;
}

/**
 * Personal data that has to be destroyed by now and was not, the first due first; and what was begun and broken off: its
 * record says already that it is done, while mails and histories are there still.
 */
export async function dueDestructions(db: Db, at: number): Promise<DestructionDue[]> {
  const { id, destroyBy, phase } = incidents;
  const due = await db
    .select({ incidentId: id, destroyBy })
    .from(incidents)
    .where(and(inArray(phase, ['closed', 'rejected', 'merged']), lte(destroyBy, at)));
  const begun = await db
    .select({ incidentId: erasures.subject, destroyBy: erasures.begunAt })
    .from(erasures)
    .where(and(eq(erasures.kind, 'incident'), isNull(erasures.doneAt)));
  const known = new Set(due.map(({ incidentId }) => incidentId));
  const closed = await closures(db, [...known]);
  return [...due, ...begun.filter(({ incidentId }) => !known.has(incidentId))]
    .map(({ incidentId, destroyBy }) => {
      const [by, closedAt = 0] = [destroyBy ?? at, closed.get(incidentId)];
      return { incidentId, destroyBy: by, ...(closedAt > by ? { closedAt } : {}) };
    })
    .sort((one, other) => one.destroyBy - other.destroyBy || (one.incidentId < other.incidentId ? -1 : 1));
}

/** By the wall clock. */
async function closures(db: Db, incidentIds: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select()
    .from(incidentEvents)
    .where(and(inArray(incidentEvents.incidentId, incidentIds), sql`${incidentEvents.type} = 'closed'`));
  return new Map(rows.map(({ incidentId, event: { realAt, at } }) => [incidentId, realAt ?? at]));
}

/** What an erasure has done so far, over all incidents. */
export async function erasureEvents(db: Db, erasure: string): Promise<RecordedEvent[]> {
  const rows = await db
    .select()
    .from(incidentEvents)
    .where(sql`${incidentEvents.type} = 'personalDataErased'`)
    .orderBy(incidentEvents.position);
  return rows
    .map(toRecordedEvent)
    .filter(({ event }) => event.type === 'personalDataErased' && event.erasure === erasure);
}

const DESTRUCTION = 'personal-data/due';

/** Under which the mails of a day stand: where an incident does otherwise, and no incident has a slash in its id. */
export function destructionOutbox(day: Day): EffectKey {
  return { incidentId: DESTRUCTION, effectId: day };
}

/** The day of the last mails. */
export async function destructionTold(db: Db): Promise<{ day: Day } | undefined> {
  const [last] = await rowsOf<{ day: Day | null }>(
    db,
    sql`SELECT max(effect_id) AS day FROM outbox WHERE incident_id = ${DESTRUCTION}`,
  );
  return last?.day ? { day: last.day } : undefined;
}
