import type { Block } from '../model.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import type { Act, Publication } from './aftermathInput.js';
import { postOf } from './context.js';
import type { ReportContext } from './context.js';

/** What was published, with who approved it and when; then each text as it was published. */
export function publications(context: ReportContext): Block[] {
  const { words, sectionWords, aftermath, tables, say, time } = context;
  const { columns } = sectionWords;
  const { waived } = aftermath;
  const all = aftermath.publications ?? [];
  const notPublished =
    waived === undefined
      ? []
      : [
          paragraph(
            sectionWords.filings.waived({
              at: time(waived.at),
              by: say.actor(waived.by),
              reason: say.quote(waived.reason),
            }),
          ),
        ];
  if (all.length === 0) return waived === undefined ? [paragraph(sectionWords.filings.noPublication)] : notPublished;
  return [
    ...notPublished,
    tables.table(
      sectionWords.captions.publications,
      [
        { heading: columns.publication, width: 34 },
        { heading: columns.approver, width: 24 },
        { heading: columns.channel, width: 18 },
        { heading: words.labels.time, width: 24 },
      ],
      all.map((one) => row(context, one)),
    ),
    ...all.flatMap((one, i) => textOf(context, one, i + 1)),
  ];
}

function row(context: ReportContext, one: Publication): string[] {
  const { words, sectionWords, say, time } = context;
  const { kind, approved, published, withdrawn } = one;
  const { kinds, page, notPublished, notApproved, withdrawn: takenOff } = sectionWords.filings;
  const off =
    withdrawn === undefined ? [] : [takenOff({ at: time(withdrawn.at), reason: say.quote(withdrawn.reason) })];
  return [
    `${kinds[kind]}\n${context.line(said(context, one.title))}`,
    approved === undefined ? notApproved : signed(context, approved),
    published === undefined ? words.blank : page,
    [published === undefined ? notPublished : context.stamp(published.at).replace(' ', '\n'), ...off].join('\n'),
  ];
}

function signed(context: ReportContext, act: Act): string {
  const { say } = context;
  const post = postOf(context, act);
  return act.by.kind === 'person' ? `${say.person(act.by.id)}\n${post}` : post;
}

function textOf(context: ReportContext, one: Publication, number: number): Block[] {
  const { sectionWords, line } = context;
  const heading = sectionWords.filings.publication({
    number,
    kind: sectionWords.filings.kinds[one.kind],
    title: line(said(context, one.title)),
  });
  return [paragraph(heading), ...paragraphs(context.text(said(context, one.body)))];
}

/** In this language, else in the other one. */
function said({ lang }: ReportContext, texts: Publication['title']): string | undefined {
  return texts[lang] ?? Object.values(texts).find((text) => text !== undefined);
}
