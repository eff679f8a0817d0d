import type { Decision, State } from '../../src/domain/incident/index.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import type { TestMuster } from '../support/muster.js';

/** Report and lessons are all that is owed after the end, which is not watched. */
export function withReportAlone({ termination, aftermath }: PlanDocument): void {
  termination.watch = [];
  Object.assign(aftermath!, { mandatory: ['report', 'lessons'] });
  Object.assign(aftermath!.analysis, { levels: ['I'] });
  Object.assign(aftermath!.summary, { levels: ['I'] });
  Object.assign(aftermath!.publicOpinion!, { cadence: [{ levels: ['I'], every: '30m' }] });
}

/**
 * A report is under review when the lessons come, is taken back by itself, and is signed anew; then whoever may close the incident
 * hears of it, and does.
 */
export async function recordClosure(
  muster: TestMuster,
  save: (name: string, id: string) => Promise<void>,
): Promise<void> {
  const { holders } = (await muster.directory.basis())!;
  const id = await muster.report();
  const says = async (post: string, decision: Decision): Promise<void> => {
    const { refusal } = await muster.says(id, holders[post]![0]!, decision);
    if (refusal !== undefined) throw new Error(`${decision.type}: ${JSON.stringify(refusal)}`);
  };
  const isWritten =
    (version: number) =>
    ({ incidentReport: { draft, versions } }: State): boolean =>
      draft !== undefined && versions.some((one) => one.version === version && one.document !== undefined);
  const report = { type: 'incidentReport' } as const;
  await says('commander', { type: 'verify', outcome: 'confirmed', level: 'IV', reason: 'seen' });
  await says('commander', { type: 'terminate', action: 'override', reason: 'stable' });
  await says('deputy-commander', { type: 'terminate', action: 'confirm' });
  await says('technical-lead', { ...report, action: 'edit', sections: { prevention: 'It is mended.' } });
  await says('technical-lead', { ...report, action: 'submit' });
  await muster.until(id, isWritten(1));
  await says('planning-officer', { type: 'lesson', action: 'collect', reason: 'nobody has any' });
  await muster.until(id, (_, events) => events.some(({ type }) => type === 'incidentReportOutdated'));
  await says('technical-lead', { ...report, action: 'submit' });
  await muster.until(id, isWritten(2));
  await says('deputy-commander', { ...report, action: 'review', version: 2 });
  await says('commander', { ...report, action: 'approve', version: 2 });
  await muster.until(
    id,
    (_, events) =>
      events.some(({ type }) => type === 'closureReady') &&
      events.some((event) => event.type === 'duesReminded' && event.items.some(({ item }) => item === 'closure')),
  );
  await says('commander', { type: 'close', reason: 'done' });
  await muster.handle(id).result();
  await save('closure-ready', id);
}
