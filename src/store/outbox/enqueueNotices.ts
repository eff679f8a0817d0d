import { sql } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { jsonRows } from '../jsonRows.js';
import type { NewNotice } from './notice.js';

/** A row that is there already stays as it is, whatever became of it. */
export async function enqueueNotices(db: Db, notices: NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await db.execute(sql`
    INSERT INTO outbox
      (id, incident_id, effect_id, notice_id, person, channel, address, subject, text, message_id)
    SELECT
      id, "incidentId", "effectId", "noticeId", person, channel, address, subject, text, "messageId"
    FROM json_to_recordset(${jsonRows(notices)}) AS row (
      id text, "incidentId" text, "effectId" text, "noticeId" text, person text, channel text, address text, subject text,
      text text, "messageId" text
    )
    ON CONFLICT DO NOTHING`);
}
