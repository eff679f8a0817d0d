import { z } from 'zod';
import { SITREP_SECTIONS } from '../../domain/incident/index.js';
import { asked } from './asked.js';
import { Actor, Id, LangCode, Reason, Seq, Time } from './common.js';
import { Document } from './document.js';

const Section = z.enum(SITREP_SECTIONS);
const SitrepNumber = z.int().min(1).describe('1, 2, 3 … within the incident.');

export const SitrepDraftRequest = z
  .strictObject(asked)
  .meta({ id: 'SitrepDraftRequest', examples: [{ preview: true }] });

export const SitrepEditRequest = z
  .strictObject({
    sections: z
      .partialRecord(Section, Reason)
      .describe('In your own words, the same in every language. An empty text brings back what Muster writes.'),
    ...asked,
  })
  .meta({ id: 'SitrepEditRequest', examples: [{ sections: { outlook: 'Likely over within two hours' } }] });

export const SitrepReleaseRequest = z
  .strictObject({
    upTo: Seq.optional().describe('The `upTo` of the draft that you have read. Default: everything up to now.'),
    ...asked,
  })
  .meta({ id: 'SitrepReleaseRequest', examples: [{ upTo: 61, preview: true }] });

export const SitrepParams = z.object({ incidentId: Id, number: z.coerce.number().int().min(1).max(1e9) });
export const SitrepQuery = z.strictObject({ lang: LangCode.optional().describe('Default: that of Accept-Language.') });

const kind = z.enum(['first', 'continued', 'final']);

/** In the view of the incident. */
export const Sitreps = z
  .object({
    open: z
      .object({
        number: SitrepNumber,
        dueAt: Time,
        final: z.boolean(),
        missed: z.int().describe('Due moments that passed without a release.'),
        edited: z.array(Section).describe('What people have put into their own words.'),
      })
      .optional()
      .describe('The draft that waits to be released; there is one at most.'),
    next: z.object({ draftAt: Time, dueAt: Time }).optional().describe('The one after it; absent where none is due.'),
    latest: z.object({ number: SitrepNumber, releasedAt: Time, late: z.boolean() }).optional(),
  })
  .meta({ id: 'Sitreps' });

export const SitrepItem = z
  .object({
    number: SitrepNumber,
    kind,
    status: z.enum(['draft', 'released', 'lapsed']).describe('`lapsed`: the incident ended before it was released.'),
    draftedAt: Time,
    dueAt: Time,
    missed: z.int(),
    releasedAt: Time.optional(),
    releasedBy: Actor.optional(),
    late: z.boolean().describe('Released after it was due, or not released and overdue.'),
    document: Document.optional().describe('Absent while it is not written.'),
  })
  .meta({ id: 'SitrepItem' });
export type SitrepItem = z.infer<typeof SitrepItem>;

export const SitrepList = z.object({ items: z.array(SitrepItem) }).meta({ id: 'SitrepList' });

export const Sitrep = z
  .object({
    number: SitrepNumber,
    kind,
    status: z.enum(['draft', 'released']),
    since: Seq.describe('It tells of what came after this event.'),
    upTo: Seq.describe('The last event that it tells of.'),
    dueAt: Time,
    form: z.array(z.object({ label: z.string(), value: z.string() })).describe('The particulars at its head.'),
    sections: z
      .array(
        z.object({
          section: Section.optional().describe('To edit it by; absent where nobody can, as Muster alone writes it.'),
          heading: z.string(),
          lines: z.array(z.string()).describe('One for each paragraph, item of a list and row of a table.'),
          by: Actor.optional().describe('Whose words they are; absent where Muster wrote them.'),
        }),
      )
      .describe('All that is released, in reading order.'),
    foot: z
      .array(z.object({ label: z.string(), value: z.string() }))
      .describe('Whom it goes to, and what it rests on.'),
  })
  .meta({ id: 'Sitrep', description: 'A draft is made anew from the record whenever it is asked for.' });
export type Sitrep = z.infer<typeof Sitrep>;
