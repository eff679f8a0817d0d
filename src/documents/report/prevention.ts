import { textIn } from '../../domain/lang.js';
import { ownerWords } from '../../domain/words/index.js';
import { paragraph } from '../paragraphs.js';
import type { Improvement } from './aftermathInput.js';
import type { ReportContext } from './context.js';
import type { Content, Own } from './section.js';

/** What is to be done, against what, by whom and by when. */
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
          { heading: columns.finding, width: 24 },
          { heading: columns.action, width: 28 },
          { heading: columns.type, width: 12 },
          { heading: columns.owner, width: 13 },
          { heading: columns.due, width: 16 },
        ],
        all.map((one, i) => row(context, one, i + 1)),
      ),
    ],
  };
}

function row(context: ReportContext, one: Improvement, number: number): string[] {
  const { sectionWords, document, lang, line, say, stamp } = context;
  const { finding, action, type, owner, dueAt, planChange } = one;
  const name = document?.aftermath?.improvements?.types.find(({ id }) => id === type)?.name;
  const change = planChange ? [sectionWords.prevention.planChange] : [];
  return [
    String(number),
    line(finding),
    [line(action), ...change].join('\n'),
    name === undefined ? type : short(textIn(name, lang)),
    ownerWords(owner, say),
    stamp(dueAt).slice(0, DAY),
  ];
}

const DAY = '2026-11-22'.length;

/** `预防：使同类事故不再发生`: what stands behind the colon explains it. */
function short(name: string): string {
  return name.split(/[：:]/u)[0]!;
}
