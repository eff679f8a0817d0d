import { expect, test } from '@jest/globals';
import { rasterise } from '../../../src/documents/raster.js';

function figure(words: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text y="15">${words}</text></svg>`;
  return { caption: words, description: words, svg, width: 60, height: 20 };
}

const latin = figure('Command');
const drawn = await rasterise([latin]);

(drawn === undefined ? test.skip : test)('a picture is drawn three times as large as it is measured', () => {
  const png = drawn!.get(latin)!;
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([180, 60]);
});

test('without fonts nothing is drawn, rather than empty squares', async () => {
  expect(await rasterise([figure('应急指挥部')], { loadSystemFonts: false })).toBeUndefined();
  expect(await rasterise([figure('Team')], { loadSystemFonts: false })).toBeUndefined();
});

test('without pictures nothing is asked of any font', async () => {
  expect(await rasterise([], { loadSystemFonts: false })).toEqual(new Map());
});
