import { describe, expect, test } from '@jest/globals';
import { renderDocx, renderHtml } from '../../src/documents/index.js';
import { LANGS } from '../../src/domain/lang.js';
import { fullStory } from '../words/story.js';
import { headingsOf, RECORD_HASH, reportOf } from './fixtures.js';
import { fileInZip } from './unzip.js';

const NASTY = { title: '</title><script>alert(1)</script>', place: `"quoted" & 'so'`, cause: 'a\u0000\u000b\ud800b' };

describe.each(LANGS)('the rendered report in %s', (lang) => {
  const story = fullStory().delivers();
  const model = reportOf(story, lang);
  const headings = headingsOf([...model.sections, ...model.annexes]);

  test('opens as a word-processor file with every heading in a real heading style', async () => {
    const docx = await renderDocx(model);
    const xml = fileInZip(docx, 'word/document.xml');
    const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs)!;
    const styled = paragraphs.filter((p) => /w:pStyle w:val="Heading[12]"/.test(p)).map(textOf);
    expect(styled).toEqual(expect.arrayContaining(headings));
    expect(xml).toContain(lang === 'en' ? 'Qian Rong' : '钱镕');
    expect(xml).toContain(RECORD_HASH);
  });

  test('repeats the header rows of its tables and tears no row', async () => {
    const xml = fileInZip(await renderDocx(model), 'word/document.xml');
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs)!;
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    const tables = xml.match(/<w:tbl>/g)!.length;
    // The cover table has labels at its left and no header row.
    expect(xml.match(/<w:tblHeader\/>/g)!.length).toBe(tables - 1);
  });

  test('is accessible HTML that needs nothing else', () => {
    const html = renderHtml(model);
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    for (const heading of headings) expect(html).toContain(`>${heading.replaceAll("'", '&#39;')}<`);
    expect(html.match(/<caption>/g)).toHaveLength(html.match(/<table/g)!.length);
    expect(html).not.toMatch(/<th>|<th style/);
    expect(html).not.toMatch(/\b(src|href)=/);
  });

  test('keeps hostile text harmless', async () => {
    const nasty = reportOf(fullStory(NASTY), lang);
    const html = renderHtml(nasty);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&quot;quoted&quot; &amp; &#39;so&#39;');
    const xml = fileInZip(await renderDocx(nasty), 'word/document.xml');
    expect(xml).not.toMatch(/[^\P{Cc}\n\r\t]|\p{Cs}/u);
    expect(xml).toContain('&lt;script&gt;');
  });
});

test('Chinese papers take the geometry and the fonts of GB/T 9704', async () => {
  const docx = await renderDocx(reportOf(fullStory(), 'zh-CN'));
  const xml = fileInZip(docx, 'word/document.xml');
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
  const styles = fileInZip(docx, 'word/styles.xml');
  for (const font of ['仿宋', '黑体', '楷体', '方正小标宋简体', 'Times New Roman']) expect(styles).toContain(font);
  expect(styles).toContain('w:firstLineChars="200"');
  const settings = fileInZip(docx, 'word/settings.xml');
  expect(settings).toContain('<w:evenAndOddHeaders/>');
  expect(fileInZip(docx, 'word/footer1.xml')).toMatch(/— .*PAGE.* —/s);
});

test('a drill is marked on every page', async () => {
  const model = reportOf(fullStory({ mode: 'drill' }), 'en');
  const docx = await renderDocx(model);
  for (const header of ['word/header1.xml', 'word/header2.xml'])
    expect(fileInZip(docx, header)).toContain('演练 DRILL');
  expect(renderHtml(model)).toContain('<p class="mark">【演练 DRILL】【草稿 DRAFT】</p>');
});

function textOf(paragraph: string): string {
  return [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
}
