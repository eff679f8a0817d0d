import type { Decision } from '../../src/domain/incident/index.js';
import type { TestMuster } from '../support/muster.js';

const texts = { 'title zh-CN': '说明', 'body zh-CN': '支付异常。', 'title en': 'Notice', 'body en': 'Payments fail.' };
export const first = { type: 'publication', action: 'draft', kind: 'first', facts: [], texts } satisfies Decision;
export const on = (action: 'check' | 'approve', publication = 'p1'): Decision => {
  return { type: 'publication', action, publication, version: 1 };
};

/** A closed incident whose first statement is out, by a plan without a watch. */
export async function closed(muster: TestMuster, holder: (post: string) => string): Promise<string> {
  const id = await muster.report();
  const [commander, deputy] = [holder('commander'), holder('deputy-commander')];
  await muster.says(id, commander, { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' });
  await muster.says(id, holder('press-officer'), first);
  await muster.says(id, holder('legal-counsel'), on('check'));
  await muster.says(id, commander, on('approve'));
  await muster.until(id, ({ publication }) => publication.items['p1']?.status === 'published');
  await muster.says(id, commander, { type: 'terminate', action: 'override', reason: 'stable' });
  await muster.says(id, deputy, { type: 'terminate', action: 'confirm' });
  await muster.until(id, (s) => s.phase === 'aftermath' && s.incidentReport.draft !== undefined);
  await muster.says(id, commander, { type: 'close', despite: true, reason: 'done' });
  await muster.handle(id).result();
  return id;
}

/** The run in which a text that is out is withdrawn after the close. */
export async function recordAfterClose(
  muster: TestMuster,
  save: (name: string, id: string) => Promise<void>,
): Promise<void> {
  const { holders } = (await muster.directory.basis())!;
  const holder = (post: string) => holders[post]![0]!;
  const id = await closed(muster, holder);
  const actor = { kind: 'person', id: holder('commander') } as const;
  const withdraw = { type: 'publication', action: 'withdraw', publication: 'p1', reason: 'wrong' } as const;
  const { refusal } = await muster.incidents.decideAfterClose(id, { requestId: 'w', actor, via: 'api', ...withdraw });
  if (refusal) throw new Error(JSON.stringify(refusal));
  await muster.handle(id).result();
  await save('after-close', id);
}
