import { z } from 'zod';
import { Actor, Id, Limit, Named, Reason, Time } from './common.js';

const Count = z.int().min(0);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const asked = {
  evidence: z
    .array(Sha256)
    .max(200)
    .optional()
    .describe('Files of evidence to destroy with it, of those that a preview lists.'),
  preview: z.boolean().optional().describe('What would be erased; nothing is.'),
};

export const PersonErasure = z
  .strictObject({ reason: Reason.describe('Stays on the record; without names.'), ...asked })
  .meta({ id: 'PersonErasure', examples: [{ reason: 'Left the company, asked for it', preview: true }] });

export const IncidentErasure = z
  .strictObject({ reason: Reason.optional().describe('Needed before the day that the plan sets.'), ...asked })
  .meta({ id: 'IncidentErasure', examples: [{ preview: true }] });

export const ErasurePersonParams = z.object({ personId: Id });

const Files = z
  .array(z.object({ sha256: z.string(), name: z.string(), storedBy: z.string(), destroyed: z.boolean() }))
  .describe('Nothing can look into them: a person decides on each.');

const ErasureCounts = z
  .object({
    incidents: Count.describe('Whose record was changed.'),
    improvements: Count.optional().describe('Whose record was changed; absent in what an earlier release counted.'),
    drills: Count.optional().describe('Whose record was changed; absent in what an earlier release counted.'),
    texts: Count,
    messages: Count,
    documentsRewritten: Count,
    documentsDestroyed: Count,
    evidence: Count,
    mails: Count.describe('Emptied; the receipts stay.'),
    mailbox: Count.describe('Copies in the embedded mailbox.'),
    answers: Count,
    tokens: Count.describe('Revoked, or without their label.'),
    registers: Count.describe('Versions of roster and ledger.'),
    others: Count.describe(
      'Names of files, remarks on plans and stock, keys of reports, reasons in the drill programme.',
    ),
    histories: Count.describe('Incidents, improvements and drills whose history Temporal keeps no more.'),
  })
  .meta({ id: 'ErasureCounts' });

export const ErasureAnswer = z
  .object({
    id: z.string().optional().describe('Absent in a preview.'),
    kind: z.enum(['person', 'incident']),
    subject: z.string().describe('The id of the person, or of the incident.'),
    preview: z.boolean(),
    done: z.boolean().describe('`false`: something is left that the same call, made again, completes.'),
    counts: ErasureCounts,
    incidents: z.array(
      z.object({
        incidentId: z.string(),
        texts: Count,
        messages: Count,
        documents: Count,
        evidence: Files,
      }),
    ),
    improvements: z
      .array(z.object({ id: z.string(), texts: Count, evidence: Files }))
      .describe('Those that name what is erased; mails about them count among the mails.'),
    drills: z
      .array(
        z.object({
          id: z.string(),
          texts: Count,
          sheets: Count.describe('Answers without a name.'),
          papers: Count.describe('Files of scheme and report.'),
        }),
      )
      .describe('Those that have the person in them, or in which the incident was played.'),
    left: z
      .array(z.object({ table: z.string(), rows: Count }))
      .describe(
        'Where a search of every table and document finds something; before an erasure, all of it. Afterwards nothing, or not all is erased.',
      ),
    found: z
      .object({
        lookedFor: z.array(z.string()).describe('Names, addresses and numbers.'),
        texts: z
          .array(
            z.object({
              of: z.enum(['incident', 'improvement', 'drill']),
              id: z.string(),
              seq: z.int().describe('Of the event.'),
              field: z.string(),
              excerpt: z.string(),
            }),
          )
          .describe('Each goes whole. At most the first 200.'),
        leftOut: Count.describe('How many texts more would go.'),
        rosterEntries: z
          .array(z.object({ person: z.string(), versions: Count }))
          .describe('Whose entries in the roster go or lose a word, and in how many versions of it.'),
        ledgerVersions: Count,
      })
      .optional()
      .describe('What would go, to be read before it does; in a preview only.'),
    idRows: Count.describe('Rows in which the id of the person stands, which stays.'),
    words: z.array(z.string()).describe('What to know about it.'),
  })
  .meta({ id: 'ErasureAnswer' });
export type ErasureAnswer = z.infer<typeof ErasureAnswer>;

export const ErasureListQuery = z.strictObject({ limit: Limit(200, 50) });

export const ErasureList = z
  .object({
    items: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(['person', 'incident']),
          subject: z.string(),
          reason: z.string(),
          by: Actor,
          begunAt: Time,
          doneAt: Time.optional().describe('Absent: broken off; the same call completes it.'),
          counts: ErasureCounts.optional(),
        }),
      )
      .describe('The newest first.'),
  })
  .meta({ id: 'ErasureList' });
export type ErasureList = z.infer<typeof ErasureList>;

export const DestructionList = z
  .object({
    owner: Named.optional().describe('The post that answers for it under the plan in force.'),
    items: z
      .array(z.object({ incidentId: z.string(), title: z.string(), destroyBy: Time }))
      .describe('The first due first.'),
    brokenOff: z
      .array(z.object({ person: z.string(), begunAt: Time }))
      .describe('People whose erasure was begun and is not completed; the same call completes it.'),
  })
  .meta({ id: 'DestructionList' });
export type DestructionList = z.infer<typeof DestructionList>;
