import type { FilingModel, Section } from './model.js';
import { plainLines } from './plainLines.js';
import { withoutMarks } from './unfilled.js';

/** For a terminal: what is to be checked first, then the paper itself. */
export function filingText(model: FilingModel): string {
  const { lang, title, mark, check, form, salutation, lead, sections, tail, closing } = model;
  const colon = lang === 'zh-CN' ? '：' : ': ';
  const rows = (facts: { label: string; value: string }[]): string[] =>
    facts.map(({ label, value }) => `${label}${colon}${value}`);
  const section = ({ heading, blocks }: Section): string[] => [heading, ...plainLines(blocks, lang)];
  const parts = [
    [...(mark === undefined ? [] : [mark]), check.mark, check.heading],
    check.notes,
    ...check.tables.map(({ facts }) => rows(facts)),
    plainLines([{ kind: 'table', table: check.contents }], lang),
    title,
    rows(form.facts),
    [...(salutation === undefined ? [] : [salutation]), ...lead],
    ...sections.map(section),
    tail,
    closing,
  ];
  const lines = parts.filter((part) => part.length > 0).map((part) => part.join('\n'));
  return withoutMarks(`${lines.join('\n\n')}\n`);
}
