import { z } from 'zod';
import { asked, reason } from './asked.js';
import { Id, LangCode, Line, Named, Reason, Time } from './common.js';
import { EvidenceFile, HttpLink } from './evidence.js';

const Obligation = Id.describe('An obligation of the plan that the incident runs by.');
const Obligations = z.array(Obligation).min(1).max(50);

export const ObligationRequest = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('judge').describe('Whether law asks for them here; by their owner or deputy, or by command.'),
      obligations: Obligations,
      applies: z.boolean(),
      reason,
      ...asked,
    }),
    z.strictObject({
      action: z.literal('setClock').describe('From when its limit runs, such as the finding of materiality.'),
      obligation: Obligation,
      start: Time,
      reason,
      ...asked,
    }),
    z.strictObject({
      action: z
        .literal('file')
        .describe('Registers that it was filed; one filing may meet several. Filed before: this is a supplement.'),
      obligations: Obligations,
      filedAt: Time.optional().describe('When it really was filed. Default: now.'),
      to: Line.describe('Who took it.'),
      channel: Line.describe('By which way.'),
      reference: Line.optional().describe('Number under which the other side took it.'),
      note: Reason.optional(),
      link: HttpLink.optional(),
      file: EvidenceFile.optional(),
      lateReason: Reason.optional().describe('Required where a legal limit had passed.'),
      ...asked,
    }),
  ])
  .meta({
    id: 'ObligationRequest',
    examples: [
      {
        action: 'file',
        obligations: ['D-04'],
        filedAt: '2026-11-22T20:31:00+08:00',
        to: 'Provincial cyberspace administration, duty officer 07',
        channel: '12387',
        reference: '2026-3391',
        preview: true,
      },
    ],
  });

export const FilingDraftParams = z.object({ incidentId: Id, obligation: Obligation });

const FILING_FORMATS = ['html', 'docx', 'text'] as const;
export type FilingFormat = (typeof FILING_FORMATS)[number];

export const FilingDraftQuery = z.strictObject({
  lang: LangCode.optional().describe('Default: what the addressee reads, by the plan.'),
  format: z.enum(FILING_FORMATS).optional().describe('Default: html.'),
});

export const ObligationView = z
  .object({
    id: z.string(),
    name: z.string(),
    addressee: z.string(),
    status: z
      .enum(['provisional', 'confirmed', 'lifted', 'filed'])
      .describe('`provisional`: its clock runs, and whether it applies is undecided.'),
    start: Time.optional().describe('Absent while the moment from which it runs has not come.'),
    due: Time.optional().describe('Absent too where neither law nor plan gives a number.'),
    own: z.boolean().describe('The limit is the organisation’s own: the law says “promptly”, or no law asks for it.'),
    theirs: z.boolean().describe('Somebody else has to file it; tracked only.'),
    language: LangCode.describe('In which its addressee reads it, by the plan.'),
    verified: z.boolean().describe('Trigger, clock and limit were compared with the text of the source.'),
    missedAt: Time.optional().describe(
      'The limit that passed with nothing filed. Stays for ever, unless it turns out that it was filed before; the timeline keeps it in any case.',
    ),
    missedBefore: z
      .array(Time)
      .optional()
      .describe(
        'Limits that passed so by the clock as it stood before: it was set to a later start since, or runs anew from the next end.',
      ),
    filedAt: Time.optional().describe('The first filing.'),
    filings: z.int(),
    last: z
      .object({
        to: z.string().optional(),
        channel: z.string().optional(),
        reference: z.string().optional(),
        note: z.string().optional(),
        link: z.string().optional(),
        file: z.string().optional().describe('SHA-256 of the file of the latest filing.'),
        lateReason: z.string().optional(),
        reason: z.string().optional(),
      })
      .optional()
      .describe('What was said with its latest change: of a filing to whom and how, else the reason.'),
    owner: z.object({ post: Named, person: Named.optional() }),
    deputy: z.object({ post: Named, person: Named.optional() }).optional(),
  })
  .meta({ id: 'Obligation', description: 'A report that law, contract or the plan’s own rules ask for.' });
export type ObligationView = z.infer<typeof ObligationView>;
