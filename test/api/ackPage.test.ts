import { expect, test } from '@jest/globals';
import { ackPage, callShown } from '../../src/api/pages/ackPage.js';
import type { AckTold } from '../../src/api/pages/ackPage.js';
import { standingOf } from '../../src/api/pages/ackStanding.js';
import type { AckAsked } from '../../src/api/pages/ackStanding.js';
import type { Names } from '../../src/domain/plan/names.js';
import type { Call, CalledBody, State } from '../../src/domain/incident/index.js';
import { LANGS } from '../../src/domain/lang.js';

const link = { incidentId: 'i', person: 'p', noticeId: 'n5', expiresAt: 0 };
type Status = Call['status'];

function body(kind: 'post' | 'team', id: string, status: Status, notice = 'n5'): CalledBody {
  return {
    target: { kind, id },
    status: status === 'stoodDown' ? 'stoodDown' : 'called',
    since: 0,
    people: [{ p: { status, since: 0, notices: [notice] } }],
    waits: [],
  };
}

function gone(left: CalledBody): CalledBody {
  return { ...left, status: 'stoodDown' };
}

function state(phase: State['phase'], bodies: CalledBody[], outcome?: string): State {
  const kept = Object.fromEntries(bodies.map((b) => [`${b.target.kind}/${b.target.id}`, b]));
  return { phase, seq: 9, verification: { outcome }, mobilisation: { bodies: kept }, claims: {} } as unknown as State;
}

function taken(from: State): State {
  return { ...from, claims: { ...from.claims, preempted: ['p'] } };
}

test.each<[string, State | undefined, AckAsked, AckTold, number, number]>([
  ['nothing recorded', undefined, 'notice', 'open', 0, 0],
  ['an alert', state('reported', [body('post', 'a', 'called')]), 'verify', 'open', 1, 0],
  ['an alert after standby', state('standby', [body('post', 'a', 'silent')], 'standby'), 'alert', 'open', 1, 0],
  ['a call', state('responding', [body('team', 'a', 'called')], 'confirmed'), 'call', 'open', 1, 0],
  ['answered', state('responding', [body('team', 'a', 'acknowledged')]), 'call', 'already', 1, 0],
  ['at work', state('responding', [body('team', 'a', 'arrived')]), 'call', 'there', 1, 0],
  ['declined', state('responding', [body('team', 'a', 'declined')]), 'call', 'declined', 1, 0],
  ['released', state('responding', [body('team', 'a', 'released')]), 'call', 'released', 1, 0],
  ['given up', state('responding', [body('team', 'a', 'takenOff')]), 'call', 'takenOff', 1, 0],
  ['taken out of a drill', taken(state('responding', [body('team', 'a', 'takenOff')])), 'call', 'preempted', 1, 0],
  [
    'released, and alerted for a post',
    state('responding', [body('team', 'a', 'released'), body('post', 'b', 'acknowledged', 'n2')]),
    'call',
    'released',
    1,
    0,
  ],
  [
    'released, and at work for another team',
    state('responding', [body('team', 'a', 'released'), body('team', 'b', 'arrived', 'n7')]),
    'call',
    'moved',
    1,
    1,
  ],
  [
    'released from two teams',
    state('responding', [body('team', 'a', 'released'), body('team', 'b', 'released', 'n7')]),
    'call',
    'released',
    1,
    0,
  ],
  ['released, then terminated', state('aftermath', [gone(body('team', 'a', 'released'))]), 'call', 'terminated', 1, 0],
  ['stood down', state('responding', [body('team', 'a', 'stoodDown')]), 'call', 'stoodDown', 1, 0],
  [
    'stood down, but called elsewhere',
    state('responding', [body('team', 'a', 'stoodDown'), body('team', 'b', 'called', 'n7')]),
    'call',
    'moved',
    1,
    1,
  ],
  [
    'one of two teams stood down',
    state('responding', [body('team', 'a', 'stoodDown'), body('team', 'b', 'acknowledged')]),
    'call',
    'already',
    1,
    0,
  ],
  ['terminated', state('aftermath', [body('team', 'a', 'stoodDown')]), 'call', 'terminated', 1, 0],
  [
    'called anew, then terminated',
    state('aftermath', [body('team', 'a', 'stoodDown', 'n8')]),
    'notice',
    'terminated',
    0,
    0,
  ],
  [
    'called anew, then stood down',
    state('responding', [body('team', 'a', 'stoodDown', 'n8')]),
    'notice',
    'stoodDown',
    0,
    0,
  ],
  ['called anew', state('responding', [body('team', 'a', 'called', 'n8')]), 'notice', 'superseded', 0, 0],
  ['closed', state('closed', [body('team', 'a', 'stoodDown')]), 'call', 'closed', 1, 0],
  ['rejected', state('rejected', [body('post', 'a', 'stoodDown')], 'rejected'), 'alert', 'rejected', 1, 0],
  ['merged', state('merged', [body('team', 'a', 'stoodDown')]), 'call', 'merged', 1, 0],
])('what the record shows is what is told: %s', (_, found, asked, stands, targets, others) => {
  const standing = standingOf(found, link);
  expect(standing).toMatchObject({ asked, stands });
  expect([standing.targets.length, standing.others.length]).toEqual([targets, others]);
});

const TOLD: AckTold[] = [
  'open',
  'recorded',
  'already',
  'there',
  'notComing',
  'preempted',
  'superseded',
  'stoodDown',
  'moved',
  'terminated',
  'closed',
];

test.each(LANGS)(
  'in %s only a call that takes answers has a button, and only those who are mobilised are sent to duty',
  (lang) => {
    for (const told of [...TOLD, 'rejected' as const, 'merged' as const]) {
      for (const asked of ['verify', 'alert', 'call', 'notice'] as const) {
        const { title, body: html } = ackPage(told, asked, lang);
        const text = `${title} ${html.html}`;
        expect(title.length).toBeGreaterThan(4);
        const isComing = asked === 'call' && ['recorded', 'already'].includes(told);
        expect(text.includes('<button')).toBe(told === 'open' || isComing);
        const sentToDuty = /立即到岗|report(ed)? for duty/.test(text);
        expect([told, asked, sentToDuty]).toEqual([
          told,
          asked,
          asked === 'call' && ['open', 'recorded', 'already'].includes(told),
        ]);
      }
    }
  },
);

test.each(LANGS)('in %s whoever declined may take it back, and whoever gave no reason is asked again', (lang) => {
  const buttons = (told: AckTold) => ackPage(told, 'call', lang).body.html.match(/<button/g);
  expect(buttons('open')).toHaveLength(3);
  expect(buttons('whyNot')).toHaveLength(3);
  expect(buttons('declined')).toHaveLength(1);
  expect(ackPage('whyNot', 'call', lang).status).toBe(422);
});

test.each(LANGS)('in %s whoever was let go may come back by one button', (lang) => {
  for (const told of ['released', 'takenOff'] as const) {
    const page = ackPage(told, 'call', lang);
    expect(page.status).toBe(200);
    expect(page.body.html.match(/<button[^>]*>([^<]*)/g)).toHaveLength(1);
    expect(page.body.html).toContain(lang === 'en' ? '>I am coming back<' : '>我可以返回岗位<');
    expect(page.body.html).toContain('name="minutes"');
  }
});

test.each(LANGS)('in %s whoever is called may say when they will be there, or that they are', (lang) => {
  const html = (told: AckTold, asked: AckAsked = 'call') => ackPage(told, asked, lang).body.html;
  for (const told of ['open', 'whenNot', 'already', 'recorded'] as const) {
    expect(html(told)).toMatch(/<label>[^<]+<br><input type="number" name="minutes"/);
    expect(html(told)).toContain('value="there"');
  }
  expect(html('declined')).toContain('name="minutes"');
  expect(html('open')).not.toContain('" required></label><button');
  expect(html('already')).toContain('" required></label><button');
  for (const asked of ['verify', 'alert', 'notice'] as const) expect(html('open', asked)).not.toMatch(/minutes|there"/);
  expect(html('there')).not.toContain('<form');
  expect(ackPage('whenNot', 'call', lang).status).toBe(422);
});

test('whoever was called and stood down reads that they need not come', () => {
  expect(ackPage('stoodDown', 'call', 'zh-CN').title).toBe('您已解除动员，无须到岗');
  expect(ackPage('stoodDown', 'call', 'en').title).toBe('You are stood down: you need not come any more');
});

test('whoever was called for a merged incident reads in which one it goes on', () => {
  const merged = {
    ...state('merged', [body('team', 'a', 'stoodDown')]),
    grading: {},
    merging: { into: '20261122-other' },
    report: { texts: { title: 'Down', place: '' }, reportedAt: 0, mode: 'real' },
  } as unknown as State;
  const names = { person: (id: string) => id, team: (id: string) => id } as unknown as Names;
  const shown = callShown(merged, standingOf(merged, link), link, { names, lang: 'en' }, 'UTC').html;
  expect(shown).toContain('<dt>Continues as incident</dt><dd>20261122-other</dd>');
  const { title, body: told } = ackPage('merged', 'call', 'en');
  expect(`${title} ${told.html}`).toMatch(/Merged into another incident.*you will be called there/);
});
