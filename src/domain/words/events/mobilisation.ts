import type { SentencesOf } from './sentences.js';

const STOOD_DOWN_ZH = {
  levelChanged: '因级别调整',
  planMoved: '因预案版本切换',
  terminated: '因应急终止',
  rejected: '因报告被否定',
  merged: '因并入其他事故',
};

const STOOD_DOWN_EN = {
  levelChanged: 'after the change of level',
  planMoved: 'after the move to another version of the plan',
  terminated: 'after the termination',
  rejected: 'because the report was rejected',
  merged: 'because the incident was merged into another',
};

export const mobilisationEvents: SentencesOf<'called' | 'acknowledged' | 'reminded' | 'silent' | 'stoodDown'> = {
  'zh-CN': {
    called(event, say) {
      const teams = event.calls.some(({ target }) => target.kind === 'team');
      return `${teams ? '动员' : '通知'}${say.calls(event.calls)}。`;
    },
    acknowledged(event, say) {
      const own = event.actor.kind === 'person' && event.actor.id === event.person;
      const who = own ? say.actor(event.actor) : `${say.actor(event.actor)}代${say.person(event.person)}`;
      const head = `${who}确认收到对${say.list(event.targets.map(say.target))}的通知`;
      if (event.eta === undefined) return `${head}。`;
      const ahead = event.eta - event.at;
      return ahead > 0 ? `${head}，预计${say.duration(ahead)}后到位。` : `${head}，已经到位。`;
    },
    reminded: (event, say) => `再次通知尚未确认的人员：${say.calls(event.calls)}。`,
    silent(event, say) {
      const told = event.tell.length === 0 ? '无人可告知' : `告知${say.people(event.tell)}`;
      return `逾时未确认：${say.calls(event.calls)}；${told}。`;
    },
    stoodDown: (event, say) => `${STOOD_DOWN_ZH[event.why]}，解除动员：${say.calls(event.calls)}。`,
  },
  en: {
    called(event, say) {
      const teams = event.calls.some(({ target }) => target.kind === 'team');
      return `${teams ? 'Mobilised' : 'Alerted'}: ${say.calls(event.calls)}.`;
    },
    acknowledged(event, say) {
      const own = event.actor.kind === 'person' && event.actor.id === event.person;
      const who = own
        ? `${say.actor(event.actor)} acknowledged`
        : `${say.actor(event.actor)} acknowledged, for ${say.person(event.person)},`;
      const head = `${who} the call to ${say.list(event.targets.map(say.target))}`;
      if (event.eta === undefined) return `${head}.`;
      const ahead = event.eta - event.at;
      return ahead > 0 ? `${head}, expected in ${say.duration(ahead)}.` : `${head}, already there.`;
    },
    reminded: (event, say) => `Reminded those who have not acknowledged: ${say.calls(event.calls)}.`,
    silent(event, say) {
      const told = event.tell.length === 0 ? 'there is nobody to tell' : `told ${say.people(event.tell)}`;
      return `Silent past the deadline: ${say.calls(event.calls)}; ${told}.`;
    },
    stoodDown: (event, say) => `Stood down ${STOOD_DOWN_EN[event.why]}: ${say.calls(event.calls)}.`,
  },
};
