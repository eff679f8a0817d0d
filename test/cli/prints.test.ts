import { describe, expect, test } from '@jest/globals';
import type { Called, Needs, Notice, ObligationView } from '../../src/api/contract.js';
import { callLines } from '../../src/cli/print/calls.js';
import { documentLines } from '../../src/cli/print/documents.js';
import { needLines } from '../../src/cli/print/needs.js';
import { noticeLines } from '../../src/cli/print/notices.js';
import { owedLines } from '../../src/cli/print/obligations.js';
import { sitrepLines } from '../../src/cli/print/sitreps.js';
import { voiceFor } from '../../src/cli/session.js';
import type { Lang } from '../../src/domain/lang.js';
import { testWorld } from './harness.js';

const voice = (lang: Lang = 'en') => voiceFor(testWorld({ MUSTER_ZONE: 'UTC' }), lang);

describe('a SITREP', () => {
  test('is shown with all that is released, and whom it goes to', () => {
    const lines = sitrepLines(
      'i1',
      {
        number: 2,
        kind: 'continued',
        status: 'draft',
        since: 1,
        upTo: 9,
        dueAt: '2026-11-22T04:00:00.000Z',
        form: [{ label: 'Level', value: 'I' }],
        sections: [
          { section: 'outlook', heading: 'Outlook', lines: ['Unknown', 'Perhaps by noon'] },
          { heading: 'Next report', lines: ['In an hour'] },
        ],
        foot: [{ label: 'Sent to', value: 'Legal (Zhou Min)' }],
      },
      voice(),
    );
    expect(lines).toEqual([
      '  Level  I',
      'Outlook (outlook)',
      '  Unknown',
      '  Perhaps by noon',
      'Next report',
      '  In an hour',
      '  Sent to  Legal (Zhou Min)',
      'To release exactly this: muster sitrep release i1 2 --up-to 9',
    ]);
  });
});

test('of a legal report each limit that passed is shown, the earlier one first', () => {
  const time = (hour: number) => `2026-11-22T0${hour}:00:00.000Z`;
  const final: ObligationView = {
    id: 'D-04',
    name: 'Final report',
    addressee: 'the authority',
    status: 'confirmed',
    due: time(7),
    own: false,
    theirs: false,
    language: 'en',
    verified: true,
    missedAt: time(7),
    missedBefore: [time(4)],
    filings: 0,
    owner: { post: { id: 'legal', name: 'Legal' } },
  };
  const [en] = owedLines({ obligations: [final] }, voice());
  expect(en).toMatch(/limit passed at \S+ 07:00[^]*earlier limit passed at \S+ 04:00[^]*to be filed/);
  const [zh] = owedLines({ obligations: [final] }, voice('zh-CN'));
  expect(zh).toMatch(/07:00:00 \S+ 时限已过[^]*04:00:00 \S+ 前次时限已过/);
});

describe('a partner that was asked for help', () => {
  const asked: Needs['partners'][number] = {
    id: 'q14',
    partner: { id: 'cloud', name: 'Cloud provider' },
    priority: 'routine',
    purpose: 'More capacity',
    by: { id: 'sun-yu', name: 'Sun Yu' },
    requestedAt: '2026-11-22T03:00:00.000Z',
    waits: 'reply',
    late: false,
    contact: 'Hotline: contact sheet no. 1',
    agreement: 'Enterprise support',
  };
  const lines = (more: Partial<Needs['partners'][number]> = {}, lang?: Lang) =>
    needLines({ id: 'i1', resources: [], partners: [{ ...asked, ...more }] }, voice(lang));

  test('is shown with what for, by whom, how it is reached, and by which agreement', () => {
    expect(lines()).toEqual([
      '  Cloud provider (q14)  no answer yet  waits for an answer',
      '      For: More capacity',
      '      Asked for by: Sun Yu',
      '      Contact: Hotline: contact sheet no. 1',
      '      Agreement: Enterprise support',
    ]);
    expect(lines({ contact: undefined, agreement: undefined }, 'zh-CN')).toEqual([
      '  Cloud provider (q14)  尚未答复  待答复',
      '      用途：More capacity',
      '      申请人：Sun Yu',
    ]);
  });

  test('with when it comes, that it does not, or that nobody asks any more', () => {
    const at = '2026-11-22T03:30:00.000Z';
    const [yes] = lines({ waits: undefined, reply: { reply: 'confirmed', at, eta: '2026-11-22T05:00:00.000Z' } });
    expect(yes).toMatch(/helps, by \S+ 05:00/);
    expect(lines({ waits: undefined, reply: { reply: 'confirmed', at } })[0]).toMatch(/helps$/);
    expect(lines({ waits: undefined, reply: { reply: 'declined', at } })[0]).toMatch(/cannot help$/);
    expect(lines({ waits: undefined, ended: 'cancelled' })[0]).toMatch(/ended$/);
    expect(lines({ waits: undefined, ended: 'cancelled' }, 'zh-CN')[0]).toMatch(/已了结$/);
  });
});

const NONE = {
  called: 0,
  acknowledged: 0,
  arrived: 0,
  declined: 0,
  silent: 0,
  released: 0,
  takenOff: 0,
  stoodDown: 0,
  undelivered: 0,
};

test.each([
  [4, [1, 1], 'missing: 4 people (among them 1 each with “A” and “B”)', '还缺4人（其中须有“A”、“B”资质各1人）'],
  [1, [2], 'missing: 1 person, and 2 with “A”', '还缺1人，且须有“A”资质2人'],
  [0, [1], 'missing: 1 with “A”', '还缺“A”资质1人'],
  [2, [], 'missing: 2 people', '还缺2人'],
])('of %d people and %p qualified who are missing, nobody is counted twice', (people, qualified, en, zh) => {
  const qualifications = qualified.map((n, i) => ({ qualification: { id: 'ab'[i]!, name: 'AB'[i]! }, people: n }));
  const none = { people: 0, qualifications: [] };
  const by = '2026-11-22T04:00:00.000Z';
  const quorum = {
    need: { people: 4, qualifications: [] },
    have: none,
    missing: { people, qualifications },
    by,
    status: 'missed' as const,
    tier: 'members' as const,
    told: [],
    partners: [],
  };
  const call: Called = { id: 't', name: 'T', status: 'called', since: by, counts: NONE, people: [], quorum };
  expect(callLines(call, 'T', voice()).join('\n')).toMatch(new RegExp(`; ${en.replaceAll(/[()]/g, '\\$&')}$`, 'm'));
  expect(callLines(call, 'T', voice('zh-CN')).join('\n')).toMatch(new RegExp(`；${zh}$`, 'm'));
});

test('whoever was called is shown with the id that other commands ask for', () => {
  const call = {
    id: 'tech',
    name: 'Technical rescue',
    status: 'called',
    since: '2026-11-22T04:00:00.000Z',
    counts: { ...NONE, called: 1 },
    people: [{ id: 'sun-yu', name: 'Sun Yu', status: 'called', since: '2026-11-22T04:00:00.000Z' }],
  } as unknown as Called;
  expect(callLines(call, 'Technical rescue (tech)', voice()).join()).toContain('Sun Yu (sun-yu)  called');
  expect(callLines(call, '', voice('zh-CN')).join()).toContain('Sun Yu（sun-yu）  已通知');
  const active = { ...call, people: call.people.map((person) => ({ ...person, acted: true as const })) };
  expect(callLines(active, '', voice()).join()).toContain('Sun Yu (sun-yu)  active, not acknowledged');
  expect(callLines(active, '', voice('zh-CN')).join()).toContain('Sun Yu（sun-yu）  未作确认，已在处置');
  const silent = { ...active, counts: { ...NONE, silent: 1 } };
  const people = active.people.map((person) => ({ ...person, status: 'silent' as const }));
  expect(callLines({ ...silent, people }, '', voice()).join()).not.toContain('silent');
});

test('whoever the last notice did not reach may still be reached: nobody is called unreachable', () => {
  const call = {
    id: 'tech',
    name: 'Technical rescue',
    status: 'called',
    since: '2026-11-22T04:00:00.000Z',
    counts: { ...NONE, called: 1, undelivered: 1 },
    people: [
      {
        id: 'sun-yu',
        name: 'Sun Yu',
        status: 'called',
        since: '2026-11-22T04:00:00.000Z',
        undelivered: 'connection_refused',
      },
    ],
  } as unknown as Called;
  const [team, person] = callLines(call, 'T', voice());
  expect(team).toContain('0 of 1 acknowledged, 1 not reached');
  expect(person).toContain('  not reached: the connection was refused');
  const [zhTeam, zhPerson] = callLines(call, 'T', voice('zh-CN'));
  expect(zhTeam).toContain('1人尚未送达');
  expect(zhPerson).toContain('尚未送达：');
});

test('notices say who was reached, and why somebody was not', () => {
  const notice: Notice = {
    noticeId: 'n7',
    effectId: 'e7',
    person: { id: 'sun-yu', name: 'Sun Yu' },
    channel: 'email',
    subject: 'You are mobilised',
    status: 'accepted',
    attempts: 1,
    possibleRepeats: 0,
    createdAt: '2026-11-22T04:00:00.000Z',
    acceptedAt: '2026-11-22T04:00:01.000Z',
  };
  const failed: Notice = { ...notice, status: 'rejected', attempts: 3, lastCode: 'no_contact' };
  const [sent, not] = noticeLines([notice, failed], voice());
  expect(sent).toMatch(/^n7 {2}2026-11-22 04:00:00 .* {2}Sun Yu \(sun-yu\) {2}email {2}sent 2026-11-22 04:00:01 /);
  expect(not).toMatch(/not reached: .* {2}3 attempts/);
  expect(noticeLines([failed], voice('zh-CN'))[0]).toContain('无法送达：');
  expect(noticeLines([], voice())).toEqual(['No notices.']);
});

test('documents are listed with the id and the formats that document get asks for', () => {
  const file = { format: 'docx', lang: 'en' as const, sha256: '', url: '' };
  const files = [file, { ...file, format: 'html' }];
  expect(documentLines([{ documentId: 'd1', kind: 'sitrep', files }], voice())).toEqual([
    'd1  SITREP  docx en, html en',
  ]);
});
