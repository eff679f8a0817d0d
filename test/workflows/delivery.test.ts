import { callIn } from '../support/calls.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { TestMuster } from '../support/muster.js';

const confirm = { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' } as const;

/** Brings the plan's waits down to the shortest that it can say. */
function hurry({ notification, verification }: PlanDocument): void {
  for (const ladder of [notification.alert, notification.call]) {
    ladder.remindAfter = '1s';
    ladder.escalateAfter = '2s';
  }
  notification.retry.waits = ['1s'];
  verification.remindAfter = '1s';
}

const addressOf = async (muster: TestMuster, person: string): Promise<string> =>
  (await muster.directory.people()).find((p) => p.id === person)!.contacts['email']!;

describe('when mail does not get through', () => {
  test('a wrong address is named on the timeline at once, and nobody else is affected', async () => {
    const muster = await TestMuster.start({
      behave: (recipient) => (recipient.startsWith('lin.wei@') ? { does: 'reject', code: 550 } : undefined),
    });
    const id = await muster.report();
    const state = await muster.until(id, (s) => Object.keys(s.effects.pending).length === 0 && s.seq > 6);
    expect(callIn(state, 'post/commander', 'lin-wei')?.undelivered).toBe('smtp_550');
    expect(new Set(await muster.mailed())).toEqual(new Set(['chen-jing']));
    await muster.close();
  });

  test('one stuck address delays nobody: the others have their mail, the stuck one is named and tried again', async () => {
    let stuck = true;
    const muster = await TestMuster.start({
      change: hurry,
      behave: (recipient) => (stuck && recipient.startsWith('lin.wei@') ? { does: 'hang', at: 'data' } : undefined),
    });
    const id = await muster.report();
    await muster.sink.waitFor((mail) => mail.recipients.includes('chen.jing@yunfan.example'));
    const state = await muster.until(id, (s) => callIn(s, 'post/commander', 'lin-wei')?.undelivered !== undefined);
    expect(callIn(state, 'post/deputy-commander', 'chen-jing')?.undelivered).toBeUndefined();
    stuck = false;
    const address = await addressOf(muster, 'lin-wei');
    await muster.sink.waitFor((mail) => mail.recipients.includes(address));
    await muster.until(id, (s) => callIn(s, 'post/commander', 'lin-wei')?.undelivered === undefined);
    await muster.close();
  });

  test('a server that says "later" is asked again until it accepts, and each person gets the notice once', async () => {
    const muster = await TestMuster.start({
      change: hurry,
      behave: (_recipient, attempt) => (attempt <= 2 ? { does: 'reject', code: 451 } : undefined),
    });
    const id = await muster.report();
    await muster.says(id, 'chen-jing', { type: 'acknowledge', person: 'chen-jing' });
    await muster.says(id, 'lin-wei', { type: 'acknowledge', person: 'lin-wei' });
    const called = (await muster.events(id)).find((e) => e.type === 'called');
    const alert = `n${called?.seq}`;
    await muster.until(id, (s, events) =>
      events.some((e) => e.type === 'noticeAttempted' && e.noticeId === alert && e.delayed.length === 0),
    );
    const first = (await muster.events(id)).find((e) => e.type === 'noticeAttempted' && e.noticeId === alert);
    expect(first).toMatchObject({ delayed: [{ code: 'smtp_451' }, { code: 'smtp_451' }] });
    const alerts = muster.sink.mails.filter((m) => m.messageId.includes(`.${alert}.`));
    expect(alerts.flatMap((m) => m.recipients).sort()).toEqual(['chen.jing@yunfan.example', 'lin.wei@yunfan.example']);
    await muster.close();
  });

  test('silence is reminded and then told to the lead and whom the plan names, each once', async () => {
    const muster = await TestMuster.start({ change: hurry });
    const id = await muster.report();
    await muster.says(id, 'lin-wei', confirm);
    const technical = 'team/technical-rescue';
    await muster.until(id, (s) => callIn(s, technical, 'he-zhe')?.status === 'silent');
    const about = (await muster.events(id)).filter(
      (e) => (e.type === 'reminded' || e.type === 'silent') && e.calls.some((c) => c.people.includes('he-zhe')),
    );
    expect(about.map((e) => e.type)).toEqual(['reminded', 'silent']);
    expect(about[1]).toMatchObject({ tell: ['chen-jing'] });
    const told = (await muster.store.noticesOf(id)).filter((n) => n.person === 'he-zhe');
    expect(told).toHaveLength(2);
    expect(told.map((n) => n.noticeId)).toContain(`n${about[0]?.seq}`);
    await muster.close();
  });
});
