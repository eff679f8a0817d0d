import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LANGS } from '../../../src/domain/lang.js';
import { organisationChart } from '../../../src/documents/pictures/organisationChart.js';
import { widthOf, wrap } from '../../../src/documents/pictures/textWidth.js';
import { blocksOf, fullPlan, printed, smallPlan } from './fixtures.js';
import { faultIn } from './wellFormed.js';

const full = fullPlan();

function figures(lang: (typeof LANGS)[number]) {
  return blocksOf(printed(full, lang)).flatMap((block) => (block.kind === 'figure' ? [block.figure] : []));
}

/** The words of a picture in the order of its boxes; a wrapped name stands in several texts. */
function wordsIn(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map(([, text]) => text)
    .join('')
    .replaceAll(' ', '');
}

describe.each(LANGS)('the pictures in %s', (lang) => {
  const [chart, flow] = figures(lang);

  test('are complete files, described for those who cannot see them', () => {
    for (const { svg, description } of [chart!, flow!]) {
      expect(faultIn(svg)).toBeUndefined();
      const [, ids] = /aria-labelledby="([^"]*)"/.exec(svg)!;
      for (const id of ids!.split(' ')) expect(svg).toContain(`id="${id}"`);
      expect(svg).toMatch(/<title[^>]*>[^<]+<\/title><desc[^>]*>[^<]+<\/desc>/);
      expect(description.length).toBeGreaterThan(50);
    }
  });

  test('show every team and every post', () => {
    const words = wordsIn(chart!.svg);
    const { teams, posts } = full.document;
    for (const { name } of [...teams, ...posts]) expect(words).toContain(name[lang]!.replaceAll(' ', ''));
  });

  test('show who decides each level and what a response is ended by', () => {
    const words = wordsIn(flow!.svg);
    for (const { name } of full.document.levels) expect(words).toContain(name[lang]!.replaceAll(' ', ''));
    expect(words).toContain(lang === 'en' ? 'Criteriafortheendmet' : '终止条件是否满足');
  });

  test('keep everything within their frame', () => {
    for (const { svg, width, height } of [chart!, flow!]) {
      for (const [, x, y, w, h] of svg.matchAll(
        /<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"/g,
      )) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(x) + Number(w)).toBeLessThanOrEqual(width);
        expect(Number(y) + Number(h)).toBeLessThanOrEqual(height);
      }
    }
  });
});

test('a plan without standby and watch has a flow all the same', () => {
  const { document, hash } = smallPlan();
  const { standby: _s, timeBox: _t, onTimeout: _o, ...verification } = document.verification;
  const { watch: _w, ...termination } = document.termination;
  const bare = { ...document, verification, termination };
  const flow = blocksOf(printed({ document: bare, hash }, 'en')).filter((block) => block.kind === 'figure')[1];
  expect(flow?.kind === 'figure' && wordsIn(flow.figure.svg)).toContain('Endoftheresponse');
});

test('many teams stand in several rows', () => {
  const teams = Array.from({ length: 9 }, (_, i) => ({ name: `Team ${i}`, lead: `Lead ${i}`, posts: [`Post ${i}`] }));
  const { svg } = organisationChart({
    id: 'many',
    title: 'Many',
    description: 'Many teams',
    command: 'Command',
    commander: { title: 'Commander', lines: [] },
    deputies: [],
    others: [],
    teams,
  });
  const tops = new Set([...svg.matchAll(/<rect x="[\d.]+" y="([\d.]+)"[^>]*fill="#e3ebf6"/g)].map(([, y]) => y));
  expect(tops.size).toBe(2);
  for (const { name } of teams) expect(svg).toContain(name);
});

describe('wrapping', () => {
  const text = fc.string({
    unit: fc.constantFrom('应', '急', ' ', 'a', 'W', 'i', '，', '。', '-', '1'),
    maxLength: 60,
  });

  test('loses nothing but spaces', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 300 }), (words, width) => {
        expect(wrap(words, 12, width).join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''));
      }),
    );
  });

  test('keeps every line within the width that its words allow', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('应急', 'team', '指挥部', 'on call'), { maxLength: 12 }), (words) => {
        for (const line of wrap(words.join(' '), 12, 120)) expect(widthOf(line, 12)).toBeLessThanOrEqual(120);
      }),
    );
  });

  test('leaves room for the wide face that machines fall back on', () => {
    // So wide in DejaVu Serif.
    expect(widthOf('Warning and reporting', 100)).toBeGreaterThanOrEqual(1_170);
  });

  test('begins no line with a closing mark', () => {
    for (const line of wrap('技术救援组，信息联络组，人力资源保障组。', 12, 61)) expect(line).not.toMatch(/^[，。]/);
  });
});
