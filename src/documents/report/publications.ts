import type { Block } from '../model.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import type { Act, Publication } from './aftermathInput.js';
import { postOf } from './context.js';
import type { ReportContext } from './context.js';

/** What was published, with whoever had a part in it and when; then each text as it was published, and what it rests on. */
export function publications(context: ReportContext): Block[] {
  const { sectionWords, aftermath, tables, say, time } = context;
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
        { heading: columns.publication, width: 25 },
        { heading: columns.drafter, width: 18 },
        { heading: columns.legalCheck, width: 19 },
        { heading: columns.approver, width: 18 },
        { heading: columns.channelAndTime, width: 20 },
      ],
      all.map((one) => row(context, one)),
    ),
    ...all.flatMap((one, i) => textOf(context, one, i + 1)),
  ];
}

function row(context: ReportContext, one: Publication): string[] {
  const { words, sectionWords, say, time } = context;
  const { kind, drafted, checked, approved, published, withdrawn } = one;
  const { kinds, page, notChecked, notPublished, notApproved, withdrawn: takenOff } = sectionWords.filings;
  const off =
    withdrawn === undefined ? [] : [takenOff({ at: time(withdrawn.at), reason: say.quote(withdrawn.reason) })];
  return [
    `${kinds[kind]}\n${context.line(said(context, one.title))}`,
    signed(context, drafted),
    checked !== undefined
      ? signed(context, checked)
      : approved?.unchecked === true
        ? notChecked(context.line(approved.reason))
        : words.blank,
    approved === undefined ? notApproved : signed(context, approved),
    [...(published === undefined ? [notPublished] : [page, context.timeCell(published.at)]), ...off].join('\n'),
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
  return [paragraph(heading), ...groundsOf(context, one), ...paragraphs(context.text(said(context, one.body)))];
}

function groundsOf({ sectionWords, say, time }: ReportContext, { facts, nextAt }: Publication): Block[] {
  const { restsOn, fact: told, nextAt: next, text } = sectionWords.filings;
  if (facts.length === 0 && nextAt === undefined) return [];
  const known = facts.map(({ fact, value, seq }) =>
    told({ fact: say.fact(fact, value), source: sectionWords.event(seq) }),
  );
  return [
    ...(known.length === 0 ? [] : [paragraph(restsOn(known.join(sectionWords.semicolon)))]),
    ...(nextAt === undefined ? [] : [paragraph(next(time(nextAt)))]),
    paragraph(text),
  ];
}

/** In this language, else in the other one. */
function said({ lang }: ReportContext, texts: Publication['title']): string | undefined {
  return texts[lang] ?? Object.values(texts).find((text) => text !== undefined);
}
