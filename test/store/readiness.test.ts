import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Finding, ToldOf } from '../../src/domain/readiness/index.js';
import { readinessOutbox } from '../../src/store/index.js';
import type { NewNotice, StoredInspection } from '../../src/store/index.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

const AT = Date.UTC(2026, 10, 30, 1);
const finding = (key: string): Finding => ({
  ...{ key, area: 'people', code: 'post_vacant', subject: { kind: 'post', id: 'p' }, points: 1, since: AT },
  ...{ found: { en: 'f', 'zh-CN': 'f' }, todo: { en: 't', 'zh-CN': 't' }, owners: ['anna'] },
});
const inspection = (id: string, more: Partial<StoredInspection> = {}): StoredInspection => ({
  ...{ id, planId: 'plan', planVersion: 1, scheduledFor: AT, inspectedAt: AT + 1, askedBy: null, score: 71.25 },
  ...{ areas: [], findings: [finding('a'), finding('b')] },
  ...more,
});
const told = (key: string, at = AT): ToldOf => ({ key, person: 'anna', at, about: ['x'] });
const mail = (id: string): NewNotice => {
  const key = readinessOutbox(id);
  return {
    ...{
      id: `${key.incidentId}/${id}`,
      ...key,
      noticeId: id,
      person: 'anna',
      channel: 'email',
      address: 'a@example.com',
    },
    ...{ subject: 's', text: 't', messageId: `${id}@muster` },
  };
};

describe.each(ENGINES)('inspections of readiness, on %s', (engine) => {
  const db = useStore(engine);
  const save = (one: StoredInspection, of: ToldOf[] = [], store = db.store) =>
    store.saveInspection({ inspection: one, told: of, notices: [mail(one.id)] });

  beforeEach(() => db.run('TRUNCATE readiness_inspections, readiness_told, readiness_kept, outbox'));

  test('are kept once, with their mails, whoever makes them', async () => {
    const saved = await Promise.all([
      save(inspection('r-1')),
      save(inspection('r-1', { score: 3 }), [], db.other),
      save(inspection('r-1', { score: 4 })),
    ]);
    expect(new Set(saved.map(({ score }) => score)).size).toBe(1);
    expect(await db.store.inspection('r-1')).toEqual(saved[0]);
    expect(await db.store.noticesForEffect(readinessOutbox('r-1'))).toHaveLength(1);
  });

  test('are listed from the newest on, page by page', async () => {
    for (const n of [1, 2, 3]) await save(inspection(`r-${n}`, { inspectedAt: AT + n }));
    const ids = async (before?: string) => (await db.store.listInspections({ limit: 2, before })).map(({ id }) => id);
    expect(await ids()).toEqual(['r-3', 'r-2']);
    expect(await ids('r-2')).toEqual(['r-1']);
  });

  test('who was told of what is kept while it stands', async () => {
    await save(inspection('r-1'), [told('a'), told('b')]);
    await save(inspection('r-2', { findings: [finding('a')] }), [told('a', AT + 5)]);
    expect(await db.store.toldOfReadiness()).toEqual([told('a', AT + 5)]);
    await save(inspection('r-3', { findings: [] }));
    expect(await db.store.toldOfReadiness()).toEqual([]);
  });

  test('since when it is inspected stays as it was first', async () => {
    expect(await db.store.keepReadiness(AT)).toBe(AT);
    expect(await db.other.keepReadiness(AT + 1)).toBe(AT);
  });
});
