import type { Called } from '../../api/contract.js';
import { deliveryWords, lackingWords, wantedWords } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { withId } from './withId.js';

type Person = Called['people'][number];

/** The counts in one line, then each person: who keeps silent comes first. */
export function callLines(call: Called, title: string, voice: Voice): string[] {
  const people = [...call.people].sort((a, b) => urgency(a) - urgency(b));
  return [
    `  ${title}${voice.say(': ', '：')}${countWords(call, voice)}`,
    ...quorumLines(call, voice),
    ...people.map((person) => personLine(person, voice)),
  ];
}

function countWords({ status, counts, people }: Called, { say, style }: Voice): string {
  if (status === 'stoodDown') return say('stood down', '已解除动员');
  const { undelivered: _, ...byStatus } = counts;
  const all = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
  const known = counts.acknowledged + counts.arrived;
  const silent = people.filter((person) => person.status === 'silent' && !person.acted).length;
  const parts = [
    say(`${known} of ${all} acknowledged`, `${all}人中${known}人已确认`),
    ...(counts.arrived > 0 ? [say(`${counts.arrived} there`, `${counts.arrived}人已到位`)] : []),
    ...(counts.declined > 0 ? [say(`${counts.declined} declined`, `${counts.declined}人不能参加`)] : []),
    ...(silent > 0 ? [style.bad(say(`${silent} silent`, `${silent}人无应答`))] : []),
    ...(counts.undelivered > 0
      ? [style.bad(say(`${counts.undelivered} not reached`, `${counts.undelivered}人尚未送达`))]
      : []),
  ];
  return parts.join(say(', ', '，'));
}

function personLine(person: Person, voice: Voice): string {
  const { lang, say, style, time } = voice;
  const active = say('active, not acknowledged', '未作确认，已在处置');
  const state = {
    called: person.acted ? active : say('called', '已通知'),
    acknowledged: style.good(say('acknowledged', '已确认')),
    arrived: style.good(say('there', '已到位')),
    declined: style.bad(say('declined', '不能参加')),
    released: say('released', '已离岗'),
    takenOff: say('works for another incident', '已调往其他事故'),
    silent: person.acted ? active : style.bad(say('silent', '无应答')),
    stoodDown: say('stood down', '已解除'),
  }[person.status];
  const parts = [state, style.dim(time(person.since))];
  if (person.eta !== undefined) parts.push(say(`expected ${time(person.eta)}`, `预计 ${time(person.eta)} 到位`));
  if (person.contested) parts.push(style.bad(say('claimed by another incident', '另一起事故也要求此人')));
  if (person.restsUntil !== undefined) {
    const until = time(person.restsUntil);
    parts.push(
      person.rested
        ? say(`rested since ${until}, can be called again`, `${until} 休息期满，可再次动员`)
        : say(`rests until ${until}`, `休息至 ${until}`),
    );
  }
  if (person.undelivered !== undefined) {
    const why = deliveryWords(person.undelivered, lang);
    parts.push(style.bad(say(`not reached: ${why}`, `尚未送达：${why}`)));
  }
  return `    ${withId(person, voice)}  ${parts.join('  ')}`;
}

/** What the team needs and lacks, and who of the partners was asked. */
function quorumLines({ status, quorum }: Called, voice: Voice): string[] {
  if (status === 'stoodDown' || quorum === undefined) return [];
  const { say, lang, style, time } = voice;
  const { need, have, missing, by } = quorum;
  const words = {
    open: say(`by ${time(by)}`, `时限 ${time(by)}`),
    reached: style.good(say('complete', '已到齐')),
    missed: style.bad(say('short of people', '人员不足')),
    accepted: say('goes on with fewer, by decision of command', '指挥长已决定以现有人员继续'),
  }[quorum.status];
  const tier = {
    members: [],
    substitutes: [say('substitutes are asked', '已请替补')],
    partners: [say('partners are asked', '已请外部单位')],
  }[quorum.tier];
  const lacks = missing.people > 0 || missing.qualifications.length > 0;
  const told = quorum.told.map(({ name }) => name);
  const [wanted, lacking] = [wantedWords(named(need), lang), lackingWords(named(missing), lang)];
  const parts = [
    say(`${have.people} of ${wanted}`, `现有${have.people}人，须${wanted}`),
    words,
    ...(lacks ? [say(`missing: ${lacking}`, `还缺${lacking}`)] : []),
    ...tier,
    ...(told.length > 0 ? [say(`told: ${told.join(', ')}`, `已告知${told.join('、')}`)] : []),
  ];
  const partners = quorum.partners.map((partner) => partnerLine(partner, voice));
  return [`    ${parts.join(say('; ', '；'))}`, ...partners];
}

type Quorum = NonNullable<Called['quorum']>;

function named({ people, qualifications }: Quorum['need']) {
  return {
    people,
    qualified: qualifications.map(({ qualification, people: n }) => ({ name: qualification.name, people: n })),
  };
}

function partnerLine({ partner, status, people, eta }: Quorum['partners'][number], voice: Voice): string {
  const { say, time } = voice;
  const answer = {
    asked: say('no answer yet', '尚未答复'),
    accepted: say(`sends ${people}`, `派${people}人`),
    declined: say('cannot help', '不能支援'),
  }[status];
  const when = eta === undefined ? '' : say(`, expected ${time(eta)}`, `，预计 ${time(eta)} 到位`);
  return `    ${withId(partner, voice)}  ${answer}${when}`;
}

function urgency({ status, acted, undelivered }: Person): number {
  if (status === 'stoodDown' || status === 'released' || status === 'takenOff') return 3;
  if (acted) return 2;
  if (status === 'silent' || undelivered !== undefined) return 0;
  return status === 'called' ? 1 : 2;
}
