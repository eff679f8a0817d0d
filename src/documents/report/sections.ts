import { REPORT_SECTIONS } from '../../domain/words/index.js';
import type { ReportSectionId } from '../../domain/words/index.js';
import { numberAnnexes, numberSections } from '../numbering.js';
import type { Block, Section, SignaturePage } from '../model.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import { unfilled } from '../unfilled.js';
import { annexes } from './annexes.js';
import { causes } from './causes.js';
import { postOf } from './context.js';
import type { ReportContext } from './context.js';
import { evaluation } from './evaluation.js';
import { evidence } from './evidence.js';
import { filings } from './filings.js';
import { impact } from './impact.js';
import { nature } from './nature.js';
import { prevention } from './prevention.js';
import { rescue } from './rescue.js';
import { responsibility } from './responsibility.js';
import { lessons, review } from './review.js';
import type { Content, Own } from './section.js';
import { signatures } from './signatures.js';
import { summary } from './summary.js';
import { timeline } from './timeline.js';
import { unit } from './unit.js';

type BodyId = Exclude<ReportSectionId, 'evidence' | 'signatures'>;

const WRITERS: Readonly<Record<BodyId, (context: ReportContext, own: Own) => Content>> = {
  unit,
  summary,
  timeline,
  rescue,
  'response-evaluation': evaluation,
  impact,
  causes,
  nature,
  filings,
  review,
  responsibility,
  prevention,
  lessons,
};

/** A section as the plan wants it, in the language of the report. */
interface Wanted {
  id: string;
  title: string;
  guidance?: string;
}

interface Parts {
  sections: Section[];
  signatures: SignaturePage;
  annexes: Section[];
}

/**
 * In the order of the plan. The list of evidence is an annex, and the signatures are a page of their own, wherever the plan
 * lists them; a report is signed even where the plan has no section for it. Made in reading order, which numbers the tables.
 */
export function partsOf(context: ReportContext): Parts {
  const { lang, sectionWords } = context;
  const wanted = wantedIn(context);
  const body = wanted.filter(({ id }) => id !== 'evidence' && id !== 'signatures');
  const sections = body.map((one) => sectionOf(context, one));
  const cited = wanted.find(({ id }) => id === 'evidence');
  const list = cited === undefined ? [] : [evidenceOf(context, cited)];
  const signed = wanted.find(({ id }) => id === 'signatures')?.title ?? sectionWords.titles.signatures;
  const page = signatures(context, signed);
  const more = numberAnnexes(annexes(context), lang, list.length + 1);
  return {
    sections: [
      ...numberSections(sections, lang),
      ...numberAnnexes(list, lang).map((section) => ({ ...section, ownPage: true as const })),
    ],
    signatures: page,
    annexes: more,
  };
}

function wantedIn({ document, sectionWords, t }: ReportContext): Wanted[] {
  const sections = document?.aftermath?.report.sections;
  if (sections === undefined) return REPORT_SECTIONS.map((id) => ({ id, title: sectionWords.titles[id] }));
  return sections.map(({ id, title, guidance }) => ({
    id,
    title: t(title),
    ...(guidance === undefined ? {} : { guidance: t(guidance) }),
  }));
}

/** What people wrote first, then what the record says; of what Muster does not know the guidance stays to be followed. */
function sectionOf(context: ReportContext, { id, title, guidance }: Wanted): Section {
  const own = ownWords(context, id);
  if (!isKnown(id)) {
    const blank = guidance === undefined ? context.words.blank : unfilled(guidance);
    return { heading: title, blocks: own.length === 0 ? [paragraph(blank)] : own, sections: [] };
  }
  const { blocks, sections = [] } = WRITERS[id](context, { given: own.length > 0 });
  const rest =
    own.length > 0 && blocks.length + sections.length > 0 ? [paragraph(context.sectionWords.fromRecord)] : [];
  return { heading: title, blocks: [...own, ...rest, ...blocks], sections };
}

function isKnown(id: string): id is BodyId {
  return id in WRITERS;
}

function ownWords(context: ReportContext, id: string): Block[] {
  const { sectionWords, aftermath, time } = context;
  const words = aftermath.words?.[id];
  if (words === undefined) return [];
  const by = postOf(context, words);
  return [paragraph(sectionWords.ownWords({ by, at: time(words.at) })), ...paragraphs(context.text(words.text))];
}

/** Plans write “Annex:” before it; the number of the annex says so already. */
const ANNEX = /^(附件\d*[：:\s]*|Annex\s*\d*[:.]?\s*)/iu;

function evidenceOf(context: ReportContext, { id, title }: Wanted): Section {
  const own = ownWords(context, id);
  const { blocks, sections = [] } = evidence(context);
  const heading = title.replace(ANNEX, '') || title;
  return { heading: heading.charAt(0).toUpperCase() + heading.slice(1), blocks: [...own, ...blocks], sections };
}
