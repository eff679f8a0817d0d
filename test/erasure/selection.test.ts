import { expect, test } from '@jest/globals';
import { selectIncident } from '../../src/api/erasure/selection.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';

const PLAN = { partners: [{ contact: '网信办值班电话 010-55636677, duty@cac.example' }] } as unknown as PlanDocument;

/** Of what one incident says, which texts go with it. */
function erased(visitor: string, texts: string[]) {
  const events = [
    { seq: 1, type: 'personAdmitted', texts: { name: visitor, purpose: '查看' } },
    ...texts.map((text, i) => ({ seq: 2 + i, type: 'factAdded', texts: { text } })),
    { seq: 99, type: 'publicationDrafted', texts: { 'body zh-CN': '各位客户：服务已恢复' } },
  ] as unknown as IncidentEvent[];
  const selection = selectIncident(events, PLAN);
  const gone = events.flatMap((event) =>
    Object.entries((event as { texts: Record<string, string> }).texts)
      .filter(([field, text]) => selection.erasesText(event, field, text))
      .map(([, text]) => text),
  );
  return { gone, words: selection.words, doubts: selection.doubts };
}

test.each(['王（客户）', '客户、供应商', 'Smith, John', '供应商（夜班）'])(
  'of %s goes only what names them',
  (visitor) => {
    const texts = [
      '客户无法付款',
      'John Doe restarted the gateway',
      '供应商未到',
      '订单 051287654321 失败',
      `${visitor}在场`,
    ];
    expect(erased(visitor, texts).gone).toEqual([visitor, '查看', `${visitor}在场`]);
  },
);

test('a name goes in both orders', () => {
  expect(erased('Smith, John', ['by John Smith', 'SMITH John left']).gone).toEqual([
    ...['Smith, John', '查看', 'by John Smith', 'SMITH John left'],
  ]);
});

test('a line that the plan has is nobody in particular', () => {
  const texts = ['已致电 (010) 5563 6677', '已报 duty@cac.example', '回电 021-62345678'];
  const { gone, words } = erased('王小明', texts);
  expect(gone).toEqual(['王小明', '查看', texts[2]]);
  expect(words).toEqual(['王小明', '021-62345678']);
});

test('doubts are told as of a person', () => {
  expect(erased('高峰、王小明', []).doubts).toEqual([{ kind: 'short', word: '高峰' }]);
});
