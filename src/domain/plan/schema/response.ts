import { z } from 'zod';
import { duration, id, ids, listOf, record, text } from '../fields.js';

/** Whom a report alerts, and how often they are reminded while nobody has verified it. */
export const verification = record({ posts: ids, remindAfter: duration, reminders: z.int().min(0).max(100) });

/** The team is called at these levels; with `categories`, only for those. */
export const mobilisation = listOf(record({ team: id, levels: ids, categories: ids.exactOptional() }));

/** Both waits count from the call. `escalateTo`: told about silence besides the lead of the team. */
const ladder = record({ remindAfter: duration, escalateAfter: duration, escalateTo: ids });

/** `alert` is for command posts when a report comes in, `call` for teams. */
export const notification = record({
  alert: ladder,
  call: ladder,
  retry: record({ waits: listOf(duration), giveUpAfter: duration }),
});

/** A criterion without `levels` is asked for at every level. */
export const termination = record({
  criteria: listOf(record({ id, text, levels: ids.exactOptional() })),
  /** Levels at which one person proposes the end and another confirms it. */
  secondSignature: z.array(id),
});
