import { splitAtBlanks } from '../../domain/plan/blanks.js';
import type { Block, Fact, Section } from '../model.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import { unfilled } from '../unfilled.js';
import { answersTo } from './answers.js';
import { BY_HAND } from './byHand.js';
import type { FilingContext } from './context.js';

export interface FilledIn {
  /** What the template calls itself, where its first line says it. */
  title?: string;
  facts: Fact[];
  /** Whom a letter addresses. */
  salutation?: string;
  lead: string[];
  sections: Section[];
  tail: string[];
  closing: string[];
}

const NUMBERED = /^(?:[一二三四五六七八九十]+、|\d+\. )/u;
const BLANK = /\{\w+\}/u;
/** Between what stands side by side in a line, but not within brackets. */
const ASIDE = /　|[；;]\s*(?![^（(]*[）)])/u;
const LABELLED = /^(?<label>[^{：:]+)[：:]\s*(?<value>.*\{.*)$/u;
const ONLY_BLANK = /^\{\w+\}$/u;

/** The plan's template with everything filled in that the record answers; the rest is marked as yet to be filled in. */
export function fillIn(context: FilingContext): FilledIn {
  const lines = context.t(context.template.body).split('\n');
  const first = lines.findIndex((line) => NUMBERED.test(line));
  const last = lines.findLastIndex((line) => NUMBERED.test(line));
  const ending = lines.findLastIndex((line) => !ONLY_BLANK.test(line)) + 1;
  const fill = (text: string): string => inLine(context, text);
  const closing = lines.slice(ending).map(fill);
  if (first < 0) return { ...letterOf(lines.slice(0, ending), fill), facts: [], sections: [], tail: [], closing };
  return {
    ...headOf(lines.slice(0, first), fill),
    sections: sectionsOf(context, lines.slice(first, last + 1)),
    tail: lines.slice(last + 1, ending).map(fill),
    closing,
  };
}

type Fill = (text: string) => string;

/** Its last lines are nothing but who sends it, and when: it goes to people. */
export function isLetter(body: string): boolean {
  return ONLY_BLANK.test(body.split('\n').at(-1) ?? '');
}

function letterOf(lines: string[], fill: Fill): Pick<FilledIn, 'title' | 'salutation' | 'lead'> {
  const { title, rest } = titleOf(lines[0] ?? '');
  const first = title === undefined ? [lines[0] ?? ''] : rest;
  return { ...(title === undefined ? {} : { title }), ...addressed([first.join('　'), ...lines.slice(1)].map(fill)) };
}

/** Chinese letters begin with whom they address, in a line of its own that is not indented. */
function addressed([first = '', ...others]: string[]): Pick<FilledIn, 'salutation' | 'lead'> {
  return first.endsWith('：')
    ? { salutation: first, lead: others }
    : { lead: first === '' ? others : [first, ...others] };
}

/** What the first line says before the first blank, where more stands beside it. */
function titleOf(line: string): { title?: string; rest: string[] } {
  const [start = '', ...rest] = line.split(ASIDE).filter((piece) => piece.trim() !== '');
  return rest.length > 0 && !BLANK.test(start) ? { title: start, rest } : { rest: [start, ...rest] };
}

/** What the template has for the organisation itself: rows of the page to take out, and sentences. */
export function internalRows(context: FilingContext): Pick<FilledIn, 'facts' | 'lead'> {
  const { internal } = context.template;
  if (internal === undefined) return { facts: [], lead: [] };
  const lines = context.t(internal).split('\n');
  return rowsOf(
    lines.map((line) => line.split(ASIDE)),
    (text) => inLine(context, text),
  );
}

function headOf(lines: string[], fill: Fill): Pick<FilledIn, 'title' | 'facts' | 'salutation' | 'lead'> {
  const { title, rest } = titleOf(lines[0] ?? '');
  const pieces = [title === undefined ? [lines[0] ?? ''] : rest, ...lines.slice(1).map((line) => line.split(ASIDE))];
  const { facts, lead } = rowsOf(pieces, fill);
  return { ...(title === undefined ? {} : { title }), facts, ...addressed(lead) };
}

/** `label: {blank}` becomes a row of the form; a sentence stays one. */
function rowsOf(pieces: string[][], fill: Fill): Pick<FilledIn, 'facts' | 'lead'> {
  const facts: Fact[] = [];
  const lead: string[] = [];
  for (const line of pieces) {
    const labelled = line.map((piece) => LABELLED.exec(piece)?.groups);
    if (labelled.every((groups) => groups !== undefined)) {
      facts.push(
        ...labelled.map((groups) => ({ label: capital(groups['label']!.trim()), value: fill(groups['value']!) })),
      );
    } else lead.push(fill(line.join(' ')));
  }
  return { facts, lead };
}

function capital(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** The words before a colon are its heading; a sentence belongs to what stands above it. */
function sectionsOf(context: FilingContext, lines: string[]): Section[] {
  const sections: Section[] = [];
  for (const line of lines) {
    const blank = line.indexOf('{');
    const colon = line.slice(0, blank < 0 ? undefined : blank).search(/[：:]/u);
    const above = sections.at(-1);
    if (colon >= 0) {
      const blocks = partsOf(line.slice(colon + 1).trim()).flatMap((part) => blocksOf(context, part));
      sections.push({ heading: line.slice(0, colon), blocks, sections: [] });
    } else if (above === undefined) {
      const at = blank < 0 ? line.length : blank;
      const rest = inLine(context, line.slice(at));
      sections.push({ heading: line.slice(0, at).trim(), blocks: rest === '' ? [] : [paragraph(rest)], sections: [] });
    } else above.blocks.push(paragraph(inLine(context, line)));
  }
  return sections;
}

/** A line for each thing that is asked for; several answers to one are a list. */
function partsOf(body: string): string[] {
  const parts: string[] = [];
  for (const piece of body.split(ASIDE)) {
    if (BLANK.test(piece) || parts.length === 0) parts.push(piece);
    else parts.push(`${parts.pop()}${piece}`);
  }
  return parts;
}

function blocksOf(context: FilingContext, part: string): Block[] {
  const [, before = '', blank] = /^([^{]*)\{(\w+)\}$/u.exec(part) ?? [];
  const label = capital(before.trim().replace(/[：:]$/u, ''));
  if (blank === undefined) return [paragraph(inLine(context, part))];
  const answers = answersTo(context, blank);
  const { colon } = context.words;
  const head = label === '' ? '' : `${label}${colon}`;
  if (answers.length < 2) return paragraphs(`${head}${answerWords(context, blank)}`);
  return [...(head === '' ? [] : [paragraph(head.trim())]), { kind: 'list', items: answers }];
}

function inLine(context: FilingContext, text: string): string {
  return splitAtBlanks(text)
    .map((piece, i) => (i % 2 === 0 ? piece : answerWords(context, piece)))
    .join('');
}

function answerWords(context: FilingContext, blank: string): string {
  const answers = answersTo(context, blank);
  const { words } = context;
  if (answers.length === 0) return unfilled(BY_HAND.has(blank) ? words.byHand : words.beingEstablished);
  return answers.join(words.semicolon);
}
