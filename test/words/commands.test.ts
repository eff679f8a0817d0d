import { describe, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { buildProgram } from '../../src/cli/program.js';
import type { World } from '../../src/cli/world.js';
import { DRILL_TEMPLATES } from '../../src/domain/drill/index.js';
import type { DrillTemplate } from '../../src/domain/drill/index.js';
import { IMPROVEMENT_TEMPLATES } from '../../src/domain/improvement/index.js';
import { NOTICE_TEMPLATES } from '../../src/domain/incident/index.js';
import type { NoticeTemplate } from '../../src/domain/incident/index.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Lang } from '../../src/domain/lang.js';
import { UPKEEP_KINDS } from '../../src/domain/plan/upkeep.js';
import { drillMailWords, improvementMailWords, noticeWords, upkeepMailWords } from '../../src/domain/words/index.js';
import { TOLD } from '../../src/domain/improvement/people.js';
import type { NoticeInput, UpkeepLine } from '../../src/domain/words/index.js';
import { NOTICE_SENTENCES } from '../../src/domain/words/noticeSentences.js';
import { sampleNames } from '../support/samplePlan.js';
import { sampleImprovement, sampleNotice, sampleUpkeep } from './samples.js';
import { START } from './story.js';

const ID = 'INC-2026-0042';

function commandsIn(template: NoticeTemplate, lang: Lang, more: Partial<NoticeInput> = {}): string[] {
  const { text } = noticeWords(sampleNotice(template, lang, more));
  return [...text.matchAll(/muster .*$/gm)].map(([command]) => command);
}

/** As a shell would. */
function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
}

/** Which command of the real program takes this line; nothing is carried out. Throws what the program would complain of. */
function parsed(command: string): string {
  let taken = '';
  let complaint = '';
  const world: World = {
    env: {},
    stdout: { write: () => undefined },
    stderr: { write: (text) => void (complaint += text) },
    root: '/nonexistent',
    now: () => START,
    sleep: () => Promise.resolve(),
    stopped: () => new AbortController().signal,
  };
  const program = buildProgram(world, 'en', false, () => undefined);
  const each = (parent: Command, path: string[]): void => {
    for (const child of parent.commands) {
      const name = [...path, child.name()];
      if (child.commands.length > 0) each(child, name);
      else child.action(() => void (taken = name.join(' ')));
    }
  };
  each(program, []);
  const [muster, ...argv] = words(command);
  if (muster !== 'muster') throw new Error(`no command of muster: ${command}`);
  try {
    program.parse(argv, { from: 'user' });
  } catch {
    throw new Error(`${command}: ${complaint}`);
  }
  return taken;
}

/** Whatever may be owed. */
const DUES = [
  ...['analysis', 'report', 'firstStatement', 'nextStatement', 'finalStatement', 'publication p2', 'opinion'],
  ...['lessons techLead', 'lessonsCollection', 'summary', 'closure'],
];

/** What a notice may also know, or not know. */
const VARIANTS: [NoticeTemplate, Partial<NoticeInput>][] = [
  ['alert', { facts: {} }],
  ['alert', { facts: { phase: 'standby', proposedLevel: 'L2' } }],
  ['verificationReminder', { facts: { phase: 'responding', level: 'L2' } }],
  ['levelProposed', { facts: {} }],
  ['levelRaised', { facts: {} }],
  ['claimContested', { facts: { people: ['he-zhe', 'sun-yu', 'xu-na', 'wu-kun', 'ma-chao'] } }],
  ['reliefDue', { facts: { people: ['he-zhe'] } }],
  ['reminder', { facts: {}, recipient: { person: 'lin-wei', targets: ['post/commander'] } }],
  ['tasksOverdue', { recipient: { person: 'zhao-lei', tasks: [{ task: 'added.1' }] } }],
  ['requestsOverdue', { recipient: { person: 'zhao-lei', requests: [{ request: 'q12', waits: 'approval' }] } }],
  ['requestsEscalated', { recipient: { person: 'zhao-lei', requests: [{ request: 'q12', waits: 'return' }] } }],
  ['requestsLate', { recipient: { person: 'zhao-lei', requests: [{ request: 'q12' }] } }],
  ['reportAsked', { facts: { reportDueAt: START } }],
  ['reportAsked', { facts: { analysisDueAt: START } }],
  ['tasksEscalated', { recipient: { person: 'zhao-lei', tasks: [{ task: 'find' }] } }],
  ['duesNow', { recipient: { person: 'zhao-lei', dues: DUES.map((item) => ({ item, dueAt: START })) } }],
];

describe.each(LANGS)('the commands in the notices in %s', (lang) => {
  test.each(NOTICE_TEMPLATES)('%s says how, or that there is nothing to do', (template) => {
    const { how } = NOTICE_SENTENCES[lang][template];
    const commands = commandsIn(template, lang);
    if (how === 'nothing') expect(commands).toEqual([]);
    else if (how === 'look') expect(commands).toEqual([`muster status ${ID}`]);
    else expect(commands.length).toBeGreaterThan(0);
    expect(how).toEqual(NOTICE_SENTENCES.en[template].how);
  });

  test.each([...NOTICE_TEMPLATES.map((template): (typeof VARIANTS)[number] => [template, {}]), ...VARIANTS])(
    '%s prints commands that muster takes %#',
    (template, more) => {
      for (const command of commandsIn(template, lang, more)) {
        expect(command).toContain(` ${ID}`);
        expect(parsed(command)).not.toBe('');
      }
    },
  );

  test('stand at the end, right before who sends it', () => {
    const text = noticeWords(sampleNotice('commandAsked', lang)).text.trimEnd();
    const [closing, how] = text.split('\n\n').toReversed();
    expect(closing).toContain(ID);
    expect(how).toMatch(
      lang === 'en'
        ? /^How:\nTake over command: muster take-command INC-2026-0042$/
        : /^这样处理：\n接替指挥：muster take-command INC-2026-0042$/,
    );
  });

  test('offer what can be decided now, and ask for a level where none is known', () => {
    const outcomes = (facts: NoticeInput['facts']) => commandsIn('alert', lang, { facts }).map((c) => words(c)[3]);
    expect(outcomes({})).toEqual(['confirmed', 'standby', 'rejected']);
    expect(outcomes({ phase: 'standby' })).toEqual(['confirmed', 'standby', 'rejected']);
    expect(outcomes({ phase: 'responding' })).toEqual(['confirmed', 'rejected']);
    expect(commandsIn('alert', lang, { facts: {} })[0]).toContain('--level');
    expect(commandsIn('alert', lang)[0]).not.toContain('--level');
  });

  test('name the one task, and leave out which of several', () => {
    const recipient = { person: 'zhao-lei', tasks: [{ task: 'find' }] };
    expect(commandsIn('tasksOverdue', lang, { recipient })[0]).toBe(`muster task start ${ID} find`);
    expect(commandsIn('tasksOverdue', lang)[0]).toMatch(/ "[^"]+"$/);
  });
});

describe.each(LANGS)('the commands about improvements in %s', (lang) => {
  test.each(IMPROVEMENT_TEMPLATES)('in the mail %s are such that muster takes', (template) => {
    for (const as of TOLD) {
      const { text } = improvementMailWords({ ...sampleImprovement(lang), template, as });
      const commands = [...text.matchAll(/muster .*$/gm)].map(([command]) => command);
      expect(parsed(commands[0]!)).toBe('improvement show');
      for (const command of commands) expect(parsed(command)).toMatch(/^(improvement|drill) /);
    }
  });
});

describe.each(LANGS)('the commands about drills in %s', (lang) => {
  const commandsOf = (template: DrillTemplate) => {
    const about = { drill: 'd-1', incidentId: 'd-1-incident', organisation: 'ACME', scenario: 'Ransomware' };
    const { text } = drillMailWords({ ...about, template, lang, zone: 'UTC', controllers: ['Xu Kai'] });
    return [...text.matchAll(/muster [a-z-]+ .*$/gm)].map(([command]) => command);
  };

  test.each(DRILL_TEMPLATES)('in the mail %s are such that muster takes', (template) => {
    for (const command of commandsOf(template)) {
      const isReal = ['notADrill', 'realPauses', 'realEnds'].includes(template);
      expect(command.includes(' d-1')).toBe(!isReal);
      if (!isReal) expect(parsed(command)).not.toBe('');
    }
  });

  test('tell players how to report in the drill, and that the real channel is for real things', () => {
    for (const template of ['begins', 'inject'] as const) {
      expect(commandsOf(template).map(parsed)).toEqual(['fact', 'status']);
      expect(commandsOf(template)[0]).toContain('d-1-incident');
      const { text } = drillMailWords({
        ...{ template, lang, zone: 'UTC', drill: 'd-1', incidentId: 'd-1-incident', organisation: 'ACME' },
        ...{ scenario: 'Ransomware', controllers: ['Xu Kai'] },
      });
      expect(text).toContain('Xu Kai');
      expect(text).toMatch(/for real things only|只报真实情况/);
    }
  });
});

/** Of the mail about stock, with everything that it may know or not know. */
describe.each(LANGS)('the commands about stock in %s', (lang) => {
  const commands = (more: Partial<UpkeepLine>) => {
    const { text } = upkeepMailWords({ names: sampleNames(), lang, lines: [{ ...sampleUpkeep, ...more }] });
    return [...text.matchAll(/muster .*$/gm)].map(([command]) => command);
  };

  test.each(UPKEEP_KINDS)('to %s are such that muster takes', (kind) => {
    const own = commands({ kind });
    expect(own.length).toBeGreaterThan(1);
    expect(own.map(parsed)).not.toContain('');
    expect(own.map(parsed).at(-1)).toBe('resources due');
    expect(own.slice(0, -1).every((command) => command.includes('radios'))).toBe(true);
  });

  test('are those of whoever records it: command is shown where to look', () => {
    expect(commands({ as: 'deputies' })).toEqual(commands({}));
    expect(commands({ as: 'command' })).toEqual(['muster resources due']);
  });
});

describe('a command that muster does not take', () => {
  test.each([
    'muster unknown INC-1',
    'muster verify INC-1 perhaps --reason "r"',
    'muster take-command',
    'muster check-in INC-1 --sure',
    'muster claim INC-1 he-zhe share',
  ])('%s would be found', (command) => {
    expect(() => parsed(command)).toThrow(/error/);
  });
});
