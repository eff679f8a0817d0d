import { z } from 'zod';
import { VIAS } from '../../domain/incident/index.js';
import { Actor, Limit, Named, Seq, Time } from './common.js';

const Position = z
  .int()
  .min(0)
  .meta({
    id: 'Position',
    description: 'Number of an event over all incidents, in the order of recording.',
    examples: [1207],
  });

export const TimelineQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('Events with a greater `seq`. Default: all.'),
  limit: Limit(1000, 200),
});

export const TimelineItem = z
  .object({
    seq: Seq,
    position: Position,
    at: Time,
    type: z.string(),
    actor: Actor,
    via: z.enum(VIAS),
    cause: Seq.optional().describe('The event that this one follows from.'),
    words: z.string().describe('What happened, in the language of the request.'),
    event: z
      .looseObject({})
      .describe(
        'The event as recorded (`IncidentEvent` in src/domain/incident); its times are milliseconds since 1970.',
      ),
  })
  .meta({ id: 'TimelineItem' });
export type TimelineItem = z.infer<typeof TimelineItem>;

export const Timeline = z
  .object({
    id: z.string(),
    seq: Seq,
    items: z.array(TimelineItem),
    next: Seq.optional().describe('`after` for the next page; absent on the last one.'),
  })
  .meta({ id: 'Timeline' });

export const Notice = z
  .object({
    noticeId: z.string().describe('`n` and the `seq` of the event that it tells of.'),
    effectId: z.string(),
    person: Named,
    channel: z.string(),
    subject: z.string().describe('As it was sent, in the language of that person.'),
    status: z
      .enum(['queued', 'sending', 'accepted', 'rejected', 'deferred', 'cancelled'])
      .describe('`accepted`: the channel took responsibility. `rejected`: trying again cannot help.'),
    attempts: z.int(),
    possibleRepeats: z.int().describe('Attempts whose end nobody saw: the person may have got it more than once.'),
    lastCode: z.string().optional().describe('Why the last attempt did not reach the person.'),
    createdAt: Time,
    acceptedAt: Time.optional(),
  })
  .meta({ id: 'Notice', description: 'One notice to one person on one channel. Addresses are never shown.' });
export type Notice = z.infer<typeof Notice>;

export const NoticeList = z.object({ id: z.string(), items: z.array(Notice) }).meta({ id: 'NoticeList' });

export const StreamQuery = z.strictObject({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('Position to resume behind; the header Last-Event-ID wins. Default: from now on.'),
});

/** `data` of each message of the stream; its `id` is the position. */
export const StreamItem = TimelineItem.extend({ incidentId: z.string() }).meta({ id: 'StreamItem' });
export type StreamItem = z.infer<typeof StreamItem>;

/** `data` of the event named `heartbeat`: at once and every 10 s, but not to a reader that is behind. */
export const Heartbeat = z
  .object({
    now: Time.describe('Of the server.'),
    position: Position.describe('The last event recorded; everything up to it has been sent.'),
  })
  .meta({ id: 'Heartbeat' });
