import { CONTENT_TYPES } from '../domain/contentTypes.js';
import type { DocumentKind, IncidentEvent, PlanRef, State } from '../domain/incident/index.js';
import type { Lang } from '../domain/lang.js';
import type { Basis } from '../domain/plan/compiled.js';
import type { Names } from '../domain/plan/names.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import type { Zone } from '../domain/words/index.js';
import { renderDocx } from './docx/renderDocx.js';
import { renderHtml } from './html/renderHtml.js';
import { buildIncidentReport } from './incidentReport.js';
import type { DocumentModel } from './model.js';
import { aftermathOf } from './report/aftermathOf.js';
import { buildSitrep } from './sitrep.js';
import { readSitrep } from './sitrep/read.js';
import { statesAlong } from './statesAlong.js';
import { buildSummaryRecord } from './summaryRecord.js';

export interface RecordedFile {
  format: 'docx' | 'html';
  lang: Lang;
  contentType: string;
  bytes: Uint8Array;
}

export interface RecordedFilesInput {
  incidentId: string;
  document: DocumentKind;
  /** Of a SITREP. */
  number?: number | undefined;
  /** Of a report that was approved: its text is what stood by this event, and only the sign-offs are newer. */
  textUpTo?: number | undefined;
  /** What the document tells of, from the first event on. */
  recorded: readonly { event: IncidentEvent; hash: string }[];
  /** What the incident was reported under. */
  basis: Basis;
  /** How it stood after each event, where that has been read before. */
  stateAt?: (seq: number) => State;
  namesAt: (seq: number) => Names;
  /** A version of the plan with its texts: a report is written by the one of its last word, whatever came after. */
  planOf: (plan: PlanRef) => PlanDocument | Promise<PlanDocument>;
  zone: Zone;
}

const FORMATS = [
  {
    format: 'docx',
    contentType: CONTENT_TYPES.docx,
    render: renderDocx,
  },
  {
    format: 'html',
    contentType: CONTENT_TYPES.html,
    render: async (model: DocumentModel) => Buffer.from(renderHtml(model)),
  },
] as const;

/** A document of an incident, in every language of the plan and every format. */
export async function* recordedFiles(input: RecordedFilesInput): AsyncGenerator<RecordedFile> {
  const { languages, modelIn } = await modelsOf(input);
  for (const lang of languages) {
    const model = modelIn(lang);
    for (const { format, contentType, render } of FORMATS) {
      yield { format, lang, contentType, bytes: await render(model) };
    }
  }
}

interface Models {
  languages: Lang[];
  modelIn: (lang: Lang) => DocumentModel;
}

async function modelsOf(input: RecordedFilesInput): Promise<Models> {
  const { incidentId, document, number, recorded, basis, namesAt, zone } = input;
  const last = recorded.at(-1);
  if (last === undefined) throw new Error(`incident ${incidentId} is not recorded`);
  const events = recorded.map(({ event }) => event);
  const stateAt = input.stateAt ?? statesAlong(basis, events);
  const state = stateAt(last.event.seq);
  const { languages } = state.basis.plan;
  if (document === 'incidentReport') return { languages, modelIn: await reportOf(input, stateAt) };
  if (document === 'summary') {
    const facts = { state, events, namesAt, zone, recordHash: last.hash };
    return { languages, modelIn: (lang) => buildSummaryRecord({ ...facts, lang }) };
  }
  const read = number === undefined ? undefined : readSitrep(recorded, { basis, number, now: last.event.at, stateAt });
  if (read === undefined) throw new Error(`SITREP ${number} of incident ${incidentId} is not recorded`);
  return { languages, modelIn: (lang) => buildSitrep({ ...read, namesAt, zone, lang }) };
}

async function reportOf(
  { recorded, textUpTo = Infinity, namesAt, planOf, zone }: RecordedFilesInput,
  stateAt: (seq: number) => State,
): Promise<Models['modelIn']> {
  const told = recorded.filter(({ event }) => event.seq <= textUpTo);
  const last = told.at(-1)!;
  const events = told.map(({ event }) => event);
  const hashes = new Map(recorded.map(({ event, hash }) => [event.seq, hash]));
  const { approval } = aftermathOf(recorded.map(({ event }) => event));
  const state = stateAt(last.event.seq);
  // Whenever it is written, also anew without somebody, it bears the date of what asked for it.
  const generatedAt = recorded.at(-1)!.event.at;
  const facts = {
    ...{ state, events, namesAt, zone, generatedAt, recordHash: last.hash },
    hashAt: (seq: number) => hashes.get(seq),
    document: await planOf(state.basis.plan),
    aftermath: { ...aftermathOf(events), ...(approval === undefined ? {} : { approval }) },
  };
  return (lang) => buildIncidentReport({ ...facts, lang });
}
