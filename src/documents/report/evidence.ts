import type { IncidentEvent } from '../../domain/incident/index.js';
import { sitrepName } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { taskName } from '../taskName.js';
import type { AnalysisItem } from './aftermathInput.js';
import { postOf, titleOfSection } from './context.js';
import type { ReportContext } from './context.js';
import { allOf } from './find.js';
import { sub } from './section.js';
import type { Content } from './section.js';

interface Piece {
  /** By any of these the text cites it: the hash of its file, its link. */
  cites: string[];
  name: string;
  at: string;
  by: string;
  source: string;
  hash: string;
}

/** Everything that the record cites, and every document that was written, under its hash. */
export function evidence(context: ReportContext): Content {
  const { headings } = context.sectionWords;
  return {
    blocks: [],
    sections: [sub(headings.evidence, pieces(context)), sub(headings.documents, documents(context))],
  };
}

function all(context: ReportContext): Piece[] {
  const others = context.events.flatMap((event) => cited(context, event));
  return [...others, ...analysed(context, others)];
}

/** What an item of the analysis rests on, each by its number in the list; where the plan wants no list, as it was written. */
export function evidenceWords(context: ReportContext, { evidence, link }: AnalysisItem): string[] {
  const { sectionWords, line } = context;
  const list = titleOfSection(context, 'evidence') === undefined ? [] : all(context);
  const said = [evidence, link].flatMap((cited) => {
    if (cited === undefined) return [];
    const number = list.findIndex(({ cites }) => cites.includes(cited));
    return [number >= 0 ? sectionWords.evidence.listed(number + 1) : line(cited)];
  });
  return [...new Set(said)];
}

function pieces(context: ReportContext): Block {
  const { words, sectionWords, tables } = context;
  const { columns, captions } = sectionWords;
  const list = all(context);
  if (list.length === 0) return paragraph(sectionWords.evidence.none);
  return tables.table(
    captions.evidence,
    [
      { heading: words.labels.number, width: 7 },
      { heading: columns.fileName, width: 26 },
      { heading: words.labels.time, width: 16 },
      { heading: columns.takenBy, width: 14 },
      { heading: columns.kept, width: 15 },
      { heading: columns.hash, width: 22 },
    ],
    list.map(({ name, at, by, source, hash }, i) => [String(i + 1), name, at, by, source, hash]),
  );
}

function cited(context: ReportContext, event: IncidentEvent): Piece[] {
  if (event.type !== 'taskFinished' && event.type !== 'obligationsFiled') return [];
  const { words, sectionWords, names, lang, line } = context;
  const { link, fileName } = event.texts ?? {};
  if (event.file === undefined && link === undefined) return [];
  const about =
    event.type === 'taskFinished'
      ? sectionWords.evidence.task(taskName(context, event.task))
      : sectionWords.evidence.filing(names.obligation(event.obligations[0]!, lang));
  return [
    {
      cites: [event.file, link].filter((one) => one !== undefined),
      name: [fileName, link].flatMap((text) => (text === undefined ? [] : [line(text)])).join('\n') || words.erased,
      at: context.timeCell(event.at),
      by: postOf(context, { by: event.actor }),
      source: [about, sectionWords.event(event.seq)].join('\n'),
      hash: event.file ?? words.blank,
    },
  ];
}

/** What the analysis cites besides. */
function analysed(context: ReportContext, others: readonly Piece[]): Piece[] {
  const { words, sectionWords, aftermath, line } = context;
  const { analysis } = aftermath;
  if (analysis === undefined) return [];
  const own = {
    at: context.timeCell(analysis.at),
    by: postOf(context, analysis),
    source: [sectionWords.evidence.analysis, sectionWords.event(analysis.seq)].join('\n'),
  };
  const known = new Set(others.flatMap(({ cites }) => cites));
  const isNew = (cited: string): boolean => !known.has(cited) && known.add(cited).has(cited);
  return analysis.items.flatMap(({ evidence: file, link }) => [
    ...(file !== undefined && isNew(file) ? [{ ...own, cites: [file], name: words.blank, hash: file }] : []),
    ...(link !== undefined && isNew(link) ? [{ ...own, cites: [link], name: line(link), hash: words.blank }] : []),
  ]);
}

function documents(context: ReportContext): Block {
  const { words, sectionWords, tables, events, lang } = context;
  const { columns, captions } = sectionWords;
  const { documentKinds, languages } = sectionWords.evidence;
  const rows = allOf(events, 'documentWritten').flatMap(({ document, number, at, files }) =>
    files.map((file) => [
      document === 'sitrep' && number !== undefined
        ? documentKinds.sitrep(sitrepName(number, lang))
        : documentKinds.incidentReport,
      context.timeCell(at),
      [file.lang === 'zh-CN' || file.lang === 'en' ? languages[file.lang] : file.lang, file.format.toUpperCase()].join(
        '\n',
      ),
      file.sha256,
    ]),
  );
  if (rows.length === 0) return paragraph(sectionWords.evidence.noDocument);
  return tables.table(
    captions.documents,
    [
      { heading: columns.fileName, width: 20 },
      { heading: words.labels.time, width: 16 },
      { heading: columns.format, width: 14 },
      { heading: columns.hash, width: 50 },
    ],
    rows,
  );
}
