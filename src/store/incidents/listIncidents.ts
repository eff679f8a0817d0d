import { and, desc, eq, sql } from 'drizzle-orm';
import type { Phase } from '../../domain/incident/index.js';
import type { Db } from '../engine.js';
import { StoreError } from '../errors.js';
import { incidents } from '../schema.js';

export interface IncidentFilter {
  phase?: Phase;
  level?: string;
  mode?: 'real' | 'drill';
  /** Default 50. */
  limit?: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
}

const { id, seq, phase, level, incidentLevel, category, mode, title, openedAt, updatedAt } = incidents;
const summary = { id, seq, phase, level, incidentLevel, category, mode, title, openedAt, updatedAt };

export type IncidentSummary = Pick<typeof incidents.$inferSelect, keyof typeof summary>;

export interface IncidentPage {
  incidents: IncidentSummary[];
  /** Absent on the last page. */
  nextCursor?: string;
}

/** Newest first. */
export async function listIncidents(db: Db, filter: IncidentFilter): Promise<IncidentPage> {
  const { limit = 50, cursor } = filter;
  const rows = await db
    .select(summary)
    .from(incidents)
    .where(
      and(
        filter.phase === undefined ? undefined : eq(phase, filter.phase),
        filter.level === undefined ? undefined : eq(level, filter.level),
        filter.mode === undefined ? undefined : eq(mode, filter.mode),
        cursor === undefined ? undefined : olderThan(cursor),
      ),
    )
    .orderBy(desc(openedAt), desc(id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return rows.length > limit && last ? { incidents: page, nextCursor: cursorAfter(last) } : { incidents: page };
}

function cursorAfter(row: IncidentSummary): string {
  return Buffer.from(`${row.openedAt} ${row.id}`).toString('base64url');
}

function olderThan(cursor: string) {
  const [, at, after] = /^(\d{1,14}) (.+)$/s.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at === undefined || after === undefined || after.includes('\0')) {
    throw new StoreError('bad_cursor', 'This is not a cursor that a list of incidents has given out.');
  }
  return sql`(${openedAt}, ${id}) < (${new Date(Number(at)).toISOString()}::timestamptz, ${after})`;
}
