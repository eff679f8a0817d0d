import { z } from 'zod';
import { Id, Limit, Time } from './common.js';

/** Roster and ledger: kept version by version beside the plan, imported whole. */
export const RegisterImport = z
  .strictObject({
    document: z.looseObject({}).optional().describe('The whole of it as JSON.'),
    format: z.enum(['csv', 'yaml']).optional(),
    text: z.string().min(1).optional().describe('The whole of it in that format.'),
    preview: z.boolean().optional().describe('Compares and checks; saves nothing.'),
    ifVersion: z.int().min(0).optional().describe('Refused when another version is the newest; 0: there is none.'),
  })
  .refine(
    ({ document, format, text }) => [format, text].every((part) => (part === undefined) === (document !== undefined)),
    {
      message: 'document | format, text',
      path: ['document'],
    },
  )
  .meta({
    id: 'RegisterImport',
    description: 'Either `document`, or `format` and `text`. It replaces what is there; the versions before are kept.',
    examples: [{ format: 'csv', text: 'id,name,…', preview: true }],
  });

const RegisterCounts = z
  .object({ added: z.int(), removed: z.int(), changed: z.int() })
  .meta({ id: 'RegisterCounts', description: 'Entries: people and posts, or items.' });

const RegisterChange = z
  .object({
    of: z.enum(['person', 'post', 'item']),
    id: z.string(),
    code: z.enum(['added', 'removed', 'changed']),
    field: z.string().optional().describe('Of a change within an entry: the key of the column, or `holders`.'),
    before: z.string().optional(),
    after: z.string().optional(),
    words: z.string(),
  })
  .meta({ id: 'RegisterChange' });

export const Remark = z
  .object({
    severity: z.enum(['warning', 'info']),
    code: z.string(),
    path: z.string(),
    line: z.int().optional().describe('Of the text that was sent.'),
    column: z.int().optional(),
    found: z.string(),
    todo: z.string(),
  })
  .meta({ id: 'Remark', description: 'What should be looked into and keeps nothing from being used.' });
export type Remark = z.infer<typeof Remark>;

export const RegisterImported = z
  .object({
    saved: z.boolean().describe('False for a preview, and when nothing differs.'),
    version: z.int().describe('The newest version now; 0: there is none.'),
    counts: RegisterCounts,
    words: z.string().describe('The counts in words.'),
    changes: z.array(RegisterChange).describe('Against the version that was the newest.'),
    incidents: z
      .object({
        told: z.int().describe('Running incidents that go by the new roster, or have stock now that they waited for.'),
        waiting: z.int().describe('Those that could not be told yet; it is tried again until it works.'),
      })
      .optional()
      .describe(
        'The running incidents whose people or stock a version that was saved changes. Missing where that could not be found out yet; it is tried again.',
      ),
    remarks: z.array(Remark),
  })
  .meta({ id: 'RegisterImported' });
export type RegisterImported = z.infer<typeof RegisterImported>;

export const RegisterCheck = z
  .object({
    version: z.int(),
    plan: z.object({ id: z.string(), version: z.int() }).describe('The plan in force, which it is checked against.'),
    issues: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string(), hint: z.string() }))
      .describe('What keeps it from being used, such as a post that the plan no longer has.'),
    remarks: z.array(Remark),
  })
  .meta({ id: 'RegisterCheck' });
export type RegisterCheck = z.infer<typeof RegisterCheck>;

export const RosterCheckQuery = z.strictObject({
  verifiedWithinDays: z.coerce.number().int().min(1).max(3_650).optional().describe('Default: 90.'),
});

export const RegisterVersion = z
  .object({
    version: z.int(),
    savedAt: Time,
    importedBy: z
      .object({ tokenId: Id, label: z.string().optional().describe('Of the token.') })
      .optional()
      .describe('Absent when Muster brought it in at a start, from the file beside the plan.'),
    counts: RegisterCounts.optional().describe('Against the version before.'),
    words: z.string().optional().describe('The counts in words.'),
  })
  .meta({ id: 'RegisterVersion' });
export type RegisterVersion = z.infer<typeof RegisterVersion>;

export const RegisterVersionList = z
  .object({
    items: z.array(RegisterVersion).describe('The newest first.'),
    next: z.string().optional().describe('Absent on the last page.'),
  })
  .meta({ id: 'RegisterVersionList' });
export type RegisterVersionList = z.infer<typeof RegisterVersionList>;

const Version = z.coerce.number().int().min(1).max(1_000_000_000);

export const RegisterVersionQuery = z.strictObject({
  limit: Limit(200, 50),
  cursor: Version.optional().describe('`next` of the page before.'),
});

export const RegisterParams = z.object({ version: z.union([z.literal('current'), Version]) });
export const RegisterFileParams = RegisterParams.extend({ format: z.enum(['csv', 'yaml']) });

export const RegisterDocument = z
  .object({ version: z.int(), document: z.looseObject({}) })
  .meta({ id: 'RegisterDocument' });
export type RegisterDocument = z.infer<typeof RegisterDocument>;
