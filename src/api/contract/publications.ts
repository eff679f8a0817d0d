import { z } from 'zod';
import { PUBLICATION_KINDS, STATEMENTS } from '../../domain/incident/index.js';
import { asked, reason } from './asked.js';
import { Actor, FactValue, Id, LangCode, Line, Named, Reason, Seq, Time } from './common.js';

/** Of a text that is published: as much as anybody reads. */
const MOST_BODY = 10_000;

const Kind = z.enum(PUBLICATION_KINDS);
const PublicationId = Id.describe('`p1`, `p2` … within the incident.');
const Version = z.int().min(1).describe('The version that was read; any other is refused.');
const TextsIn = z.strictObject({ title: Line, body: z.string().trim().min(1).max(MOST_BODY) });
const Texts = z
  .strictObject({ 'zh-CN': TextsIn.optional(), en: TextsIn.optional() })
  .describe('Plain text, in the first language of the plan at least. No `{blank}` may be left.');

export const PublicationRequest = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('draft').describe('A new text, or another version of one that waits.'),
      publication: PublicationId.optional().describe('The one that this is another version of. Default: a new one.'),
      kind: Kind,
      corrects: PublicationId.optional().describe('Of a correction: the one that it corrects, which is out.'),
      facts: z
        .array(Id)
        .max(50)
        .default([])
        .describe('Facts that the text rests on. Once one of them changes, this version is approved no more.'),
      nextAt: Time.optional().describe('When the text promises the next one.'),
      texts: Texts,
      ...asked,
    }),
    z.strictObject({
      action: z
        .literal('check')
        .describe('Law has no objection; by the post that the plan names for it, or its deputies.'),
      publication: PublicationId,
      version: Version,
      ...asked,
    }),
    z.strictObject({
      action: z.literal('return').describe('It has to be drafted anew; by whoever checks or approves.'),
      publication: PublicationId,
      version: Version,
      remarks: Reason,
      ...asked,
    }),
    z.strictObject({
      action: z
        .literal('approve')
        .describe('It goes out at once; by a post that the plan names for the level, never by whoever drafted it.'),
      publication: PublicationId,
      version: Version,
      reason: Reason.optional().describe('Why command does not wait for the legal check.'),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('withdraw').describe('The public page then shows no more than that it was withdrawn.'),
      publication: PublicationId,
      reason,
      ...asked,
    }),
    z.strictObject({
      action: z.literal('waive').describe('Nothing, or nothing more, is published; by whoever approves.'),
      reason,
      ...asked,
    }),
  ])
  .meta({
    id: 'PublicationRequest',
    examples: [
      {
        action: 'draft',
        kind: 'first',
        facts: ['usersAffected'],
        nextAt: '2026-11-22T05:00:00+08:00',
        texts: { 'zh-CN': { title: '关于支付异常的说明', body: '支付服务出现异常，我们正在处置。' } },
        preview: true,
      },
    ],
  });

const Act = z.object({ by: Actor, at: Time, post: Named.optional() });

export const PublicationVersion = z.object({
  version: z.int(),
  kind: Kind,
  corrects: z.string().optional(),
  facts: z.array(z.object({ fact: Named, value: FactValue, seq: Seq })),
  nextAt: Time.optional(),
  texts: z.object({
    'zh-CN': z.object({ title: z.string(), body: z.string() }).optional(),
    en: z.object({ title: z.string(), body: z.string() }).optional(),
  }),
  repairTime: z.string().optional().describe('Words in it that seem to promise when it is repaired: look twice.'),
  drafted: Act,
  checked: Act.optional(),
  returned: Act.extend({ remarks: z.string().optional() }).optional(),
  approved: Act.extend({ reason: z.string().optional() }).optional(),
});
export type PublicationVersion = z.infer<typeof PublicationVersion>;

export const PublicationView = z
  .object({
    id: z.string(),
    status: z.enum(['draft', 'returned', 'approved', 'published', 'withdrawn']),
    waitsFor: z.array(Named).describe('Posts that it waits for.'),
    moved: z.array(Named).describe('Facts that it rests on and that have changed since: it has to be drafted anew.'),
    publishedAt: Time.optional(),
    url: z.string().optional().describe('Where the public reads it.'),
    withdrawn: Act.extend({ reason: z.string().optional() }).optional(),
    versions: z.array(PublicationVersion).describe('The first one first.'),
  })
  .meta({ id: 'Publication' });
export type PublicationView = z.infer<typeof PublicationView>;

export const PublicationList = z
  .object({
    items: z.array(PublicationView),
    waived: Act.extend({ reason: z.string().optional() }).optional().describe('Nothing more is published.'),
    due: z.array(z.object({ item: z.enum(STATEMENTS), dueAt: Time })),
    approvers: z.array(Named).describe('Posts that approve at the level of the moment.'),
    legalCheck: Named.optional(),
  })
  .meta({ id: 'PublicationList', description: 'All that was drafted for the public, the first one first.' });
export type PublicationList = z.infer<typeof PublicationList>;

export const PublicationTemplateQuery = z.strictObject({
  template: Id.describe('A template of the plan that is for publication.'),
});

export const PublicationTemplate = z
  .object({
    template: z.string(),
    kind: Kind.describe(
      'As the id of the template ends, such as `public-final`; else by where the incident stands: `first` while nothing is out, `final` after the end until that is out, else `update`.',
    ),
    texts: Texts.describe('What Muster knows is filled in. The rest stays a `{blank}` for people to fill in.'),
    blanks: z.array(z.string()).describe('What is left to fill in.'),
    facts: z.array(Id).describe('Facts that were filled in: the text rests on them.'),
  })
  .meta({ id: 'PublicationTemplate' });
export type PublicationTemplate = z.infer<typeof PublicationTemplate>;

export const PublicQuery = z.object({
  lang: LangCode.optional().describe('Of the page around the texts. Default: that of Accept-Language.'),
  before: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 50)
    .optional(),
});
export const PublicParams = z.object({ publicId: Id });

export const PublicFeed = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    home_page_url: z.string(),
    feed_url: z.string(),
    language: LangCode,
    items: z.array(
      z.object({
        id: z.string(),
        url: z.string(),
        title: z.string().optional(),
        content_text: z.string(),
        date_published: Time,
        date_modified: Time.optional(),
        language: LangCode,
        _muster: z.object({
          about: z.string(),
          kind: Kind,
          nextAt: Time.optional(),
          withdrawnAt: Time.optional(),
          corrects: z.string().optional(),
          correctedBy: z.array(z.string()),
        }),
      }),
    ),
  })
  .meta({ id: 'PublicFeed', description: 'JSON Feed 1.1.' });
export type PublicFeed = z.infer<typeof PublicFeed>;
