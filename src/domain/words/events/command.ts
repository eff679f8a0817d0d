import type { CommandEvent, PassedOver } from '../../incident/events/command.js';
import type { EventOf } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import { briefWords } from '../brief.js';
import type { Speaker } from '../speaker.js';
import type { SentencesOf } from './sentences.js';

const WHY_NOT: Record<Lang, Record<PassedOver['why'], string>> = {
  'zh-CN': { away: '不在岗', commandsElsewhere: '正在指挥另一起事故' },
  en: { away: 'away', commandsElsewhere: 'in command of another incident' },
};

function passedOver(people: PassedOver[], say: Speaker): string {
  const each = people.map(({ person, why }) =>
    say.lang === 'en'
      ? `${say.person(person)} (${WHY_NOT.en[why]})`
      : `${say.person(person)}（${WHY_NOT['zh-CN'][why]}）`,
  );
  return say.list(each);
}

/** All of it: whoever took over decided by it. */
function brief({ texts }: EventOf<'handoverOffered'>, say: Speaker): string {
  const parts = briefWords((part) => (texts[part]?.trim() ? say.quote(texts[part]) : undefined), say.lang);
  return parts.join(say.lang === 'en' ? '. ' : '。') || say.quote(undefined);
}

export const commandEvents: SentencesOf<CommandEvent['type']> = {
  'zh-CN': {
    postFilled: (event, say) =>
      event.passedOver === undefined
        ? `${say.person(event.person)}担任${say.post(event.post)}。`
        : `${say.person(event.person)}担任${say.post(event.post)}；未由${passedOver(event.passedOver, say)}担任。`,
    handoverOffered: (event, say) =>
      `${say.actor(event.actor)}提出向${say.person(event.to)}移交指挥权，待其接受。${brief(event, say)}。`,
    handoverReminded: (event, say) => `${say.person(event.to)}尚未答复指挥权移交，已再次请其答复。`,
    handoverUnanswered: (event, say) =>
      `${say.person(event.to)}仍未答复指挥权移交，已告知${say.person(event.from)}；指挥照旧。`,
    handoverDeclined: (event, say) =>
      `${say.person(event.to)}未接受指挥权移交，仍由${say.person(event.from)}指挥。理由：${say.quote(event.texts.reason)}。`,
    handoverWithdrawn: (event, say) =>
      `${say.actor(event.actor)}撤回指挥权移交。理由：${say.quote(event.texts.reason)}。`,
    commandPassed(event, say) {
      const [from, to, post] = [say.person(event.from), say.person(event.to), say.post(event.post)];
      switch (event.why) {
        case 'handover':
          return `${to}接受移交，自此担任${post}；${from}卸任。`;
        case 'silence':
          return `${from}逾时无应答，${to}接过指挥权，自此担任${post}。`;
        case 'commandsElsewhere':
          return `${from}正在指挥另一起事故，改由${to}担任${post}。`;
        case 'roster':
          return `通讯录中${from}已不再担任指挥岗位，改由${to}担任${post}。`;
        case 'preempted':
          return `${from}参加真实事故处置，改由${to}担任${post}。`;
      }
    },
    checkedIn(event, say) {
      const note = event.texts === undefined ? '' : `：${say.quote(event.texts.note)}`;
      const asked = event.asked.length === 0 ? '' : `；${say.people(event.asked)}无须接替`;
      return `${say.person(event.person)}报到，指挥照常${note}${asked}。`;
    },
    commanderMissed(event, say) {
      const note = event.texts === undefined ? '' : `：${say.quote(event.texts.note)}`;
      return `${say.actor(event.actor)}报告，正在指挥的${say.person(event.person)}联系不上${note}。`;
    },
    checkInReminded: (event, say) => `${say.person(event.person)}未报到，已催促。`,
    commandAsked: (event, say) => `${say.person(event.silent)}无应答，请${say.person(event.person)}接替指挥。`,
    commandUnanswered(event, say) {
      const asked = event.asked.length === 0 ? '且无人可接替' : `${say.people(event.asked)}亦未接替`;
      return `${say.person(event.silent)}无应答，${asked}；已告知${say.people(event.tell)}。`;
    },
  },
  en: {
    postFilled: (event, say) =>
      event.passedOver === undefined
        ? `${say.person(event.person)} holds the post “${say.post(event.post)}”.`
        : `${say.person(event.person)} holds the post “${say.post(event.post)}”, instead of ${passedOver(event.passedOver, say)}.`,
    handoverOffered: (event, say) =>
      `${say.actor(event.actor)} offers to hand over command to ${say.person(event.to)}, who has to accept. ${brief(event, say)}.`,
    handoverReminded: (event, say) =>
      `${say.person(event.to)} has not answered the handover of command and was asked again.`,
    handoverUnanswered: (event, say) =>
      `${say.person(event.to)} still has not answered the handover of command; ${say.person(event.from)} was told and remains in command.`,
    handoverDeclined: (event, say) =>
      `${say.person(event.to)} declined to take over; ${say.person(event.from)} remains in command. Reason: ${say.quote(event.texts.reason)}.`,
    handoverWithdrawn: (event, say) =>
      `${say.actor(event.actor)} withdrew the handover of command. Reason: ${say.quote(event.texts.reason)}.`,
    commandPassed(event, say) {
      const [from, to, post] = [say.person(event.from), say.person(event.to), say.post(event.post)];
      switch (event.why) {
        case 'handover':
          return `${to} accepted the handover and held the post “${post}” from then on; ${from} was relieved.`;
        case 'silence':
          return `${from} did not answer; ${to} took over and held the post “${post}” from then on.`;
        case 'commandsElsewhere':
          return `${from} is in command of another incident; ${to} holds the post “${post}” instead.`;
        case 'roster':
          return `${from} is in no post of command any more; ${to} holds the post “${post}” instead.`;
        case 'preempted':
          return `${from} is needed by a real incident; ${to} holds the post “${post}” instead.`;
      }
    },
    checkedIn(event, say) {
      const note = event.texts === undefined ? '' : `: ${say.quote(event.texts.note)}`;
      const asked = event.asked.length === 0 ? '' : `; ${say.people(event.asked)} need not take over`;
      return `${say.person(event.person)} checked in, command stands${note}${asked}.`;
    },
    commanderMissed(event, say) {
      const note = event.texts === undefined ? '' : `: ${say.quote(event.texts.note)}`;
      return `${say.actor(event.actor)} cannot reach ${say.person(event.person)}, who commands${note}.`;
    },
    checkInReminded: (event, say) => `${say.person(event.person)} has not checked in and was reminded.`,
    commandAsked: (event, say) =>
      `${say.person(event.silent)} does not answer; ${say.person(event.person)} was asked to take over command.`,
    commandUnanswered(event, say) {
      const asked =
        event.asked.length === 0
          ? 'and there is nobody who could take over'
          : `and nobody has taken over of those who were asked: ${say.people(event.asked)}`;
      return `${say.person(event.silent)} does not answer, ${asked}; told ${say.people(event.tell)}.`;
    },
  },
};
