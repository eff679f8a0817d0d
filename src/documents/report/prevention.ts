import { textIn } from '../../domain/lang.js';
import { improvementPriorityWords, ownerWords } from '../../domain/words/index.js';
import { paragraph } from '../paragraphs.js';
import type { Improvement } from './aftermathInput.js';
import type { ReportContext } from './context.js';
import type { Content, Own } from './section.js';

/** What is to be done, against what, by whom and by when, and how it is shown to be done. */
export function prevention(context: ReportContext, own: Own): Content {
  const { words, sectionWords, aftermath, tables } = context;
  const { columns } = sectionWords;
  const all = aftermath.improvements ?? [];
  if (all.length === 0) return { blocks: own.given ? [] : [paragraph(sectionWords.prevention.none)] };
  return {
    blocks: [
      tables.table(
        sectionWords.captions.improvements,
        [
          { heading: words.labels.number, width: 7 },
          { heading: columns.finding, width: 21 },
          { heading: columns.action, width: 24 },
          { heading: columns.typeAndPriority, width: 13 },
          { heading: columns.ownerAndDue, width: 16 },
          { heading: columns.proof, width: 19 },
        ],
        all.map((one, i) => row(context, one, i + 1)),
      ),
    ],
  };
}

function row(context: ReportContext, one: Improvement, number: number): string[] {
  const { sectionWords, document, lang, line, say, stamp } = context;
  const { finding, action, type, priority, owner, dueAt, planChange } = one;
  const { reference, proof } = sectionWords.prevention;
  const name = document?.aftermath?.improvements?.types.find(({ id }) => id === type)?.name;
  const more = [
    ...('reference' in one ? [reference(line(one.reference))] : []),
    ...(planChange ? [sectionWords.prevention.planChange] : []),
  ];
  return [
    String(number),
    line(finding),
    [line(action), ...more].join('\n'),
    [name === undefined ? type : short(textIn(name, lang)), improvementPriorityWords(priority, lang)].join('\n'),
    [ownerWords(owner, say), stamp(dueAt).slice(0, DAY)].join('\n'),
    planChange ? proof.planVersion : proof.evidence,
  ];
}

const DAY = '2026-11-22'.length;

/** `预防：使同类事故不再发生`: what stands behind the colon explains it. */
function short(name: string): string {
  return name.split(/[：:]/u)[0]!;
}
