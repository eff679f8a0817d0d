import type { Asked, EventOf } from '../../incident/index.js';
import type { MobilisationEvent } from '../../incident/events/mobilisation.js';
import { haveWords, missingWords, needWords, notCalledWords, partnersWords } from '../quorum.js';
import type { Speaker } from '../speaker.js';
import type { SentencesOf } from './sentences.js';

const STOOD_DOWN_ZH = {
  levelChanged: '因级别调整',
  categoryChanged: '因类别更改',
  planMoved: '因预案版本切换',
  terminated: '因应急终止',
  rejected: '因报告被否定',
  merged: '因并入其他事故',
};

const STOOD_DOWN_EN = {
  levelChanged: 'after the change of level',
  categoryChanged: 'after the change of category',
  planMoved: 'after the move to another version of the plan',
  terminated: 'after the termination',
  rejected: 'because the report was rejected',
  merged: 'because the incident was merged into another',
};

/** First calls; calls of those who have rested or are back, and of those who stand in; partners who are to be called. */
function parted(calls: Asked[]): Record<'first' | 'back' | 'standIns' | 'partners', Asked[]> {
  const isTier = ({ back, substitutes, partners }: Asked) => (back ?? substitutes ?? partners) !== undefined;
  const some = (people: (call: Asked) => string[]) =>
    calls
      .filter(isTier)
      .map((call) => ({ ...call, people: people(call) }))
      .filter(({ people }) => people.length > 0);
  return {
    first: calls.filter((call) => !isTier(call)),
    back: some(({ back = [] }) => back),
    standIns: some(({ people, back = [] }) => people.filter((person) => !back.includes(person))),
    partners: calls.filter(({ partners }) => partners !== undefined),
  };
}

const isOwn = ({ actor, person }: EventOf<'acknowledged' | 'declined' | 'arrived'>): boolean =>
  actor.kind === 'person' && actor.id === person;

const unreached = (event: EventOf<'quorumMissed'>, say: Speaker, lists: [keyof typeof event, string][]): string[] =>
  lists.flatMap(([key, name]) => {
    const { count, people } = event[key] as { count: number; people: string[] };
    if (count === 0) return [];
    const number = say.lang === 'en' ? ` (${count})` : `（${count}人）`;
    return [`${name}${say.people(people)}${count > people.length ? number : ''}`];
  });

/** A team of which nobody is wanted any more is named without people. */
const bodies = ({ calls }: EventOf<'stoodDown'>, say: Speaker): string =>
  calls
    .map((call) => (call.people.length === 0 ? say.target(call.target) : say.calls([call])))
    .join(say.lang === 'en' ? '; ' : '、');

/** Somebody leaves, not the team. */
const leaving = ({ calls }: EventOf<'released'>, say: Speaker): string =>
  say.list(
    calls.map(({ target, people }) =>
      say.lang === 'en'
        ? `${say.people(people)} (${say.target(target)})`
        : `${say.people(people)}（${say.target(target)}）`,
    ),
  );

const asCalls = ({ teams }: EventOf<'freeAgain'>) =>
  teams.map(({ team, people }) => ({ target: { kind: 'team' as const, id: team }, people }));

export const mobilisationEvents: SentencesOf<MobilisationEvent['type']> = {
  'zh-CN': {
    called(event, say) {
      const { first, back, standIns, partners } = parted(event.calls);
      const teams = event.calls.some(({ target }) => target.kind === 'team');
      const needs = event.calls.flatMap(({ target, quorum }) =>
        quorum === undefined
          ? []
          : [`${say.target(target)}须在${say.duration(quorum.within)}内到位${needWords(quorum, say)}`],
      );
      const asked = partners.flatMap(({ target, partners = [] }) =>
        partners.map(
          ({ partner, tell }) => `请${say.people(tell)}为${say.target(target)}联系${partnersWords([partner], say)}`,
        ),
      );
      const passed = notCalledWords(event.calls, say);
      const parts = [
        ...(first.length === 0 ? [] : [`${teams ? '动员' : '通知'}${say.calls(first)}`]),
        ...(back.length === 0 ? [] : [`本组人员不足，再次动员已休息或已返回的人员：${say.calls(back)}`]),
        ...(standIns.length === 0 ? [] : [`本组人员不足，另行动员替补：${say.calls(standIns)}`]),
        ...asked,
        ...needs,
        ...(passed === '' ? [] : [`未动员${passed}`]),
      ];
      return `${parts.join('；')}。`;
    },
    acknowledged(event, say) {
      const who = isOwn(event) ? say.actor(event.actor) : `${say.actor(event.actor)}代${say.person(event.person)}`;
      const targets = say.list(event.targets.map(say.target));
      const head = {
        called: `${who}确认收到对${targets}的通知`,
        back: `${who}答复可以返回岗位，参加${targets}`,
        uncalled: `${who}此前未被通知，答复参加${targets}`,
      }[event.comes ?? 'called'];
      if (event.eta === undefined) return `${head}。`;
      const ahead = event.eta - event.at;
      if (ahead <= 0) return `${head}，已经到位。`;
      return `${head}，${event.etaChanged ? '预计到位时间改为' : '预计'}${say.duration(ahead)}后${event.etaChanged ? '' : '到位'}。`;
    },
    declined(event, say) {
      const who = isOwn(event) ? say.actor(event.actor) : `${say.actor(event.actor)}代${say.person(event.person)}`;
      const told = event.tell.length === 0 ? '' : `；已告知${say.people(event.tell)}`;
      return `${who}答复不能参加${say.list(event.targets.map(say.target))}。理由：${say.quote(event.texts.reason)}${told}。`;
    },
    arrived(event, say) {
      const seen = isOwn(event) ? '' : `（由${say.actor(event.actor)}登记）`;
      const note = event.texts === undefined ? '' : `：${say.quote(event.texts.note)}`;
      const there = { called: '已到位', back: '已返回到位', uncalled: '此前未被通知，现已到位' }[
        event.comes ?? 'called'
      ];
      return `${say.person(event.person)}${there}，参加${say.list(event.targets.map(say.target))}${seen}${note}。`;
    },
    released: (event, say) =>
      `${say.actor(event.actor)}准予离岗：${leaving(event, say)}。理由：${say.quote(event.texts.reason)}。`,
    takenOff: (event, say) =>
      `${say.person(event.person)}${event.why === 'preempted' ? '参加真实事故处置' : '让给另一起事故'}，不再参加${say.list(event.targets.map(say.target))}。`,
    partnerAnswered(event, say) {
      const [partner, team] = [partnersWords([event.partner], say), say.target({ kind: 'team', id: event.team })];
      const note = event.texts === undefined ? '' : `：${say.quote(event.texts.note)}`;
      if (!event.accepted) return `${say.actor(event.actor)}登记：${partner}不能支援${team}${note}。`;
      const ahead = event.eta === undefined ? 0 : event.eta - event.at;
      const when = ahead > 0 ? `，预计${say.duration(ahead)}后到位` : '';
      return `${say.actor(event.actor)}登记：${partner}派${say.count(event.people)}支援${team}${when}${note}。`;
    },
    reminded: (event, say) => `再次通知尚未确认的人员：${say.calls(event.calls)}。`,
    silent(event, say) {
      const told = event.tell.length === 0 ? '无人可告知' : `告知${say.people(event.tell)}`;
      return `逾时未确认：${say.calls(event.calls)}；${told}。`;
    },
    quorumReached: (event, say) =>
      `${say.target({ kind: 'team', id: event.team })}人员到齐：现有${haveWords(event.have, say)}，须${needWords(event.need, say)}。`,
    quorumLost: (event, say) =>
      `${say.target({ kind: 'team', id: event.team })}人员不再齐全：现有${haveWords(event.have, say)}，还缺${missingWords(event.missing, say)}。`,
    quorumChanged(event, say) {
      const each = event.quorums.map(({ team, need, within }) => {
        const name = say.target({ kind: 'team', id: team });
        return need === undefined || within === undefined
          ? `${name}不再统计到位人数`
          : `${name}须在${say.duration(within)}内到位${needWords(need, say)}`;
      });
      return `到位要求变更：${each.join('；')}。`;
    },
    quorumMissed(event, say) {
      const why = { deadline: '到位时限已到', nobodyLeft: '已无人可再动员', still: '仍未到齐' }[event.why];
      const parts = [
        `${say.target({ kind: 'team', id: event.team })}人员不足（${why}）：现有${haveWords(event.have, say)}，还缺${missingWords(event.missing, say)}`,
        ...unreached(event, say, [
          ['undelivered', '通知未送达的有'],
          ['silent', '逾时未确认的有'],
          ['declined', '不能参加的有'],
          ['notAnswered', '尚未答复的有'],
        ]),
        ...(event.partners.length === 0 ? [] : [`尚未答复的外部单位：${partnersWords(event.partners, say)}`]),
        `已告知${say.people(event.tell)}`,
      ];
      return `${parts.join('；')}。`;
    },
    shortageAccepted: (event, say) =>
      `${say.actor(event.actor)}决定${say.target({ kind: 'team', id: event.team })}以${haveWords(event.have, say)}继续，不再补充所缺的${missingWords(event.missing, say)}。理由：${say.quote(event.texts.reason)}。`,
    freeAgain: (event, say) => `人员尚缺，下列人员已休息或已返回：${say.calls(asCalls(event))}。`,
    reliefDue: (event, say) =>
      `值守超过预案规定的时长，须安排替换：${say.people(event.people)}；已告知${say.people(event.tell)}。`,
    stoodDown: (event, say) => `${STOOD_DOWN_ZH[event.why]}，解除动员：${bodies(event, say)}。`,
  },
  en: {
    called(event, say) {
      const { first, back, standIns, partners } = parted(event.calls);
      const teams = event.calls.some(({ target }) => target.kind === 'team');
      const needs = event.calls.flatMap(({ target, quorum }) =>
        quorum === undefined
          ? []
          : [`${say.target(target)} needs ${needWords(quorum, say)} within ${say.duration(quorum.within)}`],
      );
      const asked = partners.flatMap(({ target, partners = [] }) =>
        partners.map(
          ({ partner, tell }) =>
            `asked ${say.people(tell)} to call ${partnersWords([partner], say)} for ${say.target(target)}`,
        ),
      );
      const passed = notCalledWords(event.calls, say);
      const parts = [
        ...(first.length === 0 ? [] : [`${teams ? 'Mobilised' : 'Alerted'}: ${say.calls(first)}`]),
        ...(back.length === 0
          ? []
          : [`too few of the team, so these are called who have rested or are back: ${say.calls(back)}`]),
        ...(standIns.length === 0 ? [] : [`too few of the team, so these stand in: ${say.calls(standIns)}`]),
        ...asked,
        ...needs,
        ...(passed === '' ? [] : [`not called: ${passed}`]),
      ].join('; ');
      return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`;
    },
    acknowledged(event, say) {
      const targets = say.list(event.targets.map(say.target));
      const who = isOwn(event)
        ? `${say.actor(event.actor)} acknowledged`
        : `${say.actor(event.actor)} acknowledged, for ${say.person(event.person)},`;
      const head = {
        called: `${who} the call to ${targets}`,
        back: `${say.person(event.person)} comes back to ${targets}`,
        uncalled: `${say.person(event.person)}, who had not been called, comes to ${targets}`,
      }[event.comes ?? 'called'];
      if (event.eta === undefined) return `${head}.`;
      const ahead = event.eta - event.at;
      if (ahead <= 0) return `${head}, already there.`;
      return `${head}, ${event.etaChanged ? 'now ' : ''}expected in ${say.duration(ahead)}.`;
    },
    declined(event, say) {
      const who = isOwn(event)
        ? `${say.actor(event.actor)} declined`
        : `${say.actor(event.actor)} declined, for ${say.person(event.person)},`;
      const told = event.tell.length === 0 ? '' : `; told ${say.people(event.tell)}`;
      return `${who} the call to ${say.list(event.targets.map(say.target))}. Reason: ${say.quote(event.texts.reason)}${told}.`;
    },
    arrived(event, say) {
      const seen = isOwn(event) ? '' : ` (entered by ${say.actor(event.actor)})`;
      const note = event.texts === undefined ? '' : `: ${say.quote(event.texts.note)}`;
      const there = { called: ' is there', back: ' is back', uncalled: ', who had not been called, is there' };
      return `${say.person(event.person)}${there[event.comes ?? 'called']}, for ${say.list(event.targets.map(say.target))}${seen}${note}.`;
    },
    released: (event, say) =>
      `${say.actor(event.actor)} released ${leaving(event, say)} from duty. Reason: ${say.quote(event.texts.reason)}.`,
    takenOff: (event, say) =>
      `${say.person(event.person)} was given up to ${event.why === 'preempted' ? 'a real' : 'another'} incident and works no more for ${say.list(event.targets.map(say.target))}.`,
    partnerAnswered(event, say) {
      const [partner, team] = [partnersWords([event.partner], say), say.target({ kind: 'team', id: event.team })];
      const note = event.texts === undefined ? '' : `: ${say.quote(event.texts.note)}`;
      if (!event.accepted) return `${say.actor(event.actor)} recorded that ${partner} cannot help ${team}${note}.`;
      const ahead = event.eta === undefined ? 0 : event.eta - event.at;
      const when = ahead > 0 ? `, expected in ${say.duration(ahead)}` : '';
      return `${say.actor(event.actor)} recorded that ${partner} sends ${say.count(event.people)} to ${team}${when}${note}.`;
    },
    reminded: (event, say) => `Reminded those who have not acknowledged: ${say.calls(event.calls)}.`,
    silent(event, say) {
      const told = event.tell.length === 0 ? 'there is nobody to tell' : `told ${say.people(event.tell)}`;
      return `Silent past the deadline: ${say.calls(event.calls)}; ${told}.`;
    },
    quorumReached: (event, say) =>
      `${say.target({ kind: 'team', id: event.team })} is complete: ${haveWords(event.have, say)} come; needed: ${needWords(event.need, say)}.`,
    quorumLost: (event, say) =>
      `${say.target({ kind: 'team', id: event.team })} is no longer complete: it has ${haveWords(event.have, say)}; missing: ${missingWords(event.missing, say)}.`,
    quorumChanged(event, say) {
      const each = event.quorums.map(({ team, need, within }) => {
        const name = say.target({ kind: 'team', id: team });
        return need === undefined || within === undefined
          ? `${name} is no longer counted`
          : `${name} needs ${needWords(need, say)} within ${say.duration(within)}`;
      });
      return `Other numbers are needed: ${each.join('; ')}.`;
    },
    quorumMissed(event, say) {
      const why = { deadline: 'its time is over', nobodyLeft: 'nobody is left to ask', still: 'still' }[event.why];
      const parts = [
        `${say.target({ kind: 'team', id: event.team })} is short of people (${why}): it has ${haveWords(event.have, say)}; missing: ${missingWords(event.missing, say)}`,
        ...unreached(event, say, [
          ['undelivered', 'not reached: '],
          ['silent', 'silent: '],
          ['declined', 'declined: '],
          ['notAnswered', 'not answered yet: '],
        ]),
        ...(event.partners.length === 0 ? [] : [`partners not answered yet: ${partnersWords(event.partners, say)}`]),
        `told ${say.people(event.tell)}`,
      ];
      return `${parts.join('; ')}.`;
    },
    shortageAccepted: (event, say) =>
      `${say.actor(event.actor)} decided that ${say.target({ kind: 'team', id: event.team })} goes on with ${haveWords(event.have, say)}, without those who are missing: ${missingWords(event.missing, say)}. Reason: ${say.quote(event.texts.reason)}.`,
    freeAgain: (event, say) => `Have rested or are back, while their team is short: ${say.calls(asCalls(event))}.`,
    reliefDue: (event, say) =>
      `On duty for longer than the plan allows, relief is due: ${say.people(event.people)}; told ${say.people(event.tell)}.`,
    stoodDown: (event, say) => `Stood down ${STOOD_DOWN_EN[event.why]}: ${bodies(event, say)}.`,
  },
};
