import { beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { contentsOf } from '../../../src/documents/contents.js';
import { renderDocx } from '../../../src/documents/index.js';
import type { Figure } from '../../../src/documents/index.js';
import { LANGS } from '../../../src/domain/lang.js';
import { blocksOf, fullPlan, printed, smallPlan } from './fixtures.js';
import { faultIn } from './wellFormed.js';

type Parts = Record<string, string>;

function partsOf(docx: Buffer): Parts {
  const files = Object.entries(unzipSync(docx)).filter(([name]) => /\.(xml|rels|svg)$/.test(name));
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function paragraphs(xml: string): string[] {
  return xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, text]) => text)
    .join('')
    .replaceAll('&amp;', '&')
    .replaceAll('&apos;', "'");
}

describe.each(LANGS)('the plan as a word-processor file in %s', (lang) => {
  // One of each size: setting the full plan takes seconds.
  const model = printed(lang === 'en' ? smallPlan() : fullPlan(), lang);
  let parts: Parts;
  let xml: string;

  beforeAll(async () => {
    parts = partsOf(await renderDocx(model));
    xml = parts['word/document.xml']!;
  });

  test('consists of well-formed parts', () => {
    expect(Object.keys(parts).length).toBeGreaterThan(10);
    for (const [name, part] of Object.entries(parts)) expect([name, faultIn(part)]).toEqual([name, undefined]);
  });

  test('has every entry of the contents in a real heading style, under the name that is referred to', () => {
    for (const { anchor, heading, level } of contentsOf(model)) {
      const found = paragraphs(xml).find((p) => p.includes(`w:name="${anchor}"`))!;
      expect(found).toContain(`<w:pStyle w:val="Heading${level}"/>`);
      expect(textOf(found)).toBe(heading);
    }
  });

  test('lists the headings in a field that the reader’s program fills in', () => {
    expect(xml).toMatch(/w:fldCharType="begin" w:dirty="true"\/><w:instrText[^>]*>TOC \\h \\o &quot;1-2&quot;/);
    const listed = paragraphs(xml).filter((p) => /w:pStyle w:val="TOC[12]"/.test(p));
    expect(listed.map(textOf)).toEqual(contentsOf(model).map(({ heading }) => heading));
  });

  test('carries each picture as SVG and as PNG, described', () => {
    const figures = blocksOf(model).filter((block) => block.kind === 'figure');
    expect(xml.match(/<asvg:svgBlip/g)).toHaveLength(figures.length);
    const described = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)];
    expect(described).toHaveLength(figures.length);
    expect(parts['word/_rels/document.xml.rels']).toMatch(/media\/[^"]+\.svg/);
    expect(parts['word/_rels/document.xml.rels']).toMatch(/media\/[^"]+\.png/);
  });

  test('is marked and says which text it is on every page but the cover', () => {
    const heads = Object.entries(parts).filter(([name]) => /word\/header\d/.test(name));
    const feet = Object.entries(parts).filter(([name]) => /word\/footer\d/.test(name));
    expect(heads.length).toBeGreaterThan(2);
    for (const [, head] of heads) expect(textOf(head)).toContain(model.mark);
    for (const [, foot] of feet) expect(textOf(foot)).toContain('SHA-256');
  });

  test('numbers the pages between dashes, from 1 where the text begins, and not those that are taken out', () => {
    const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs)!;
    // Cover, what stands before the text, the text, the cards where there are any, the sheet for the wall.
    expect(sections).toHaveLength(model.cards.length === 0 ? 4 : 5);
    expect(sections[1]).toContain('w:fmt="lowerRoman"');
    expect(sections[2]).toMatch(/<w:pgNumType w:start="1" w:fmt="decimal"/);
    const numbered = Object.entries(parts).filter(
      ([name, part]) => /word\/footer\d/.test(name) && part.includes('PAGE'),
    );
    expect(numbered.length).toBeGreaterThan(0);
    for (const [, foot] of numbered) expect(foot).toMatch(/— .*PAGE.* —/s);
    expect(Object.keys(parts).filter((name) => /word\/footer\d/.test(name)).length).toBeGreaterThan(numbered.length);
  });

  test('sets cards in 14 points or more, one to a page', () => {
    const styles = parts['word/styles.xml']!;
    for (const style of ['MusterCard', 'MusterCardStep', 'MusterCardHeading', 'MusterCardTitle']) {
      const definition = new RegExp(`w:styleId="${style}".*?<w:sz w:val="(\\d+)"`, 's').exec(styles);
      expect(Number(definition?.[1])).toBeGreaterThanOrEqual(28);
    }
    const titles = paragraphs(xml).filter((p) => p.includes('MusterCardTitle'));
    expect(titles.map(textOf)).toEqual(model.cards.map(({ heading }) => heading));
    const breaks = paragraphs(xml).filter((p) => p.includes('MusterCardHeading') && p.includes('<w:pageBreakBefore/>'));
    expect(breaks).toHaveLength(Math.max(0, model.cards.length - 1));
  });

  test('repeats header rows and tears no row', () => {
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs)!;
    expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
  });

  test('leaves no last row alone', () => {
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs)!.map((table) => table.match(/<w:tr>.*?<\/w:tr>/gs)!);
    const headed = tables.filter((rows) => rows[0].includes('<w:tblHeader/>') && rows.length > 2);
    expect(headed.filter((rows) => !rows.at(-2)!.includes('<w:keepNext/>'))).toEqual([]);
    expect(headed.filter((rows) => rows.at(-1)!.includes('<w:keepNext/>'))).toEqual([]);
  });

  test('ends in a line that finds room on a full page', () => {
    const last = paragraphs(xml).at(-1)!;
    expect(textOf(last)).toBe('');
    expect(last).toMatch(/w:line="20"/);
  });
});

test('page numbers that are known stand in the contents, and nothing asks to be updated', async () => {
  const model = printed(smallPlan(), 'en');
  const pageNumbers = contentsOf(model).map((_, i) => String(1_000 + i));
  const xml = partsOf(await renderDocx(model, { pageNumbers }))['word/document.xml']!;
  const listed = paragraphs(xml).filter((p) => /w:pStyle w:val="TOC[12]"/.test(p));
  expect(listed.map(textOf)).toEqual(contentsOf(model).map(({ heading }, i) => `${heading}${pageNumbers[i]}`));
  expect(xml).not.toContain('w:dirty');
});

test('the PNG of a picture is the one that was drawn', async () => {
  const model = printed(smallPlan(), 'en');
  const figure = blocksOf(model).find((block) => block.kind === 'figure')!;
  const drawn = Buffer.from('iVBORw0KGgo=', 'base64');
  const rasters = new Map<Figure, Buffer>(figure.kind === 'figure' ? [[figure.figure, drawn]] : []);
  const files = unzipSync(await renderDocx(model, { rasters }));
  expect(Object.values(files).some((bytes) => drawn.equals(bytes))).toBe(true);
});
