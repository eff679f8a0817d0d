import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../../src/documents/index.js';
import { LANGS } from '../../../src/domain/lang.js';
import { fullPlan, printed, smallPlan } from './fixtures.js';
import { faultIn } from './wellFormed.js';

/** HTML leaves some elements open that XML closes. */
function asXml(html: string): string {
  return html
    .replace('<!doctype html>\n', '')
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<(meta|col|br)\b([^>]*)>/g, '<$1$2/>');
}

describe.each(LANGS)('the plan as HTML in %s', (lang) => {
  const model = printed(fullPlan(), lang);
  const html = renderHtml(model);

  test('is well formed', () => {
    expect(faultIn(asXml(html))).toBeUndefined();
  });

  test('needs nothing from elsewhere and runs nothing', () => {
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).not.toMatch(/<script|\bsrc=|url\(/);
    expect([...html.matchAll(/href="([^"]*)"/g)].filter(([, target]) => !target!.startsWith('#'))).toEqual([]);
  });

  test('leads from the contents to every heading', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(60);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('skips no level of headings', () => {
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  });

  test('names every table and every picture for those who only hear them', () => {
    expect(html.match(/<caption/g)).toHaveLength(html.match(/<table/g)!.length);
    expect(html.match(/<svg[^>]*role="img" aria-labelledby/g)).toHaveLength(2);
    expect(html.match(/<svg/g)).toHaveLength(2);
  });

  test('lets whoever has no mouse reach what is wider than the window', () => {
    const wide = html.match(/<div class="wide"[^>]*>/g)!;
    expect(wide.length).toBeGreaterThan(100);
    expect(wide.filter((opened) => !opened.includes('tabindex="0"'))).toEqual([]);
    // Tables of labels are as wide as the window; all others scroll.
    expect(html.match(/<table/g)).toHaveLength(wide.length - 2 + html.match(/<table class="cover"/g)!.length);
  });
});

test('hostile words of a plan stay words', () => {
  const { document, hash } = smallPlan();
  const nasty = { ...document, purpose: { en: '</style><script>alert("1")</script>' } };
  const html = renderHtml(printed({ document: nasty, hash }, 'en'));
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
});
