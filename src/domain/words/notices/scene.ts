import { numberOf } from '../details.js';
import type { Notice } from '../notice.js';
import { admit, liftCordon } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

export const sceneNotices: NoticeSentencesOf<'cordonSet' | 'cordonLifted' | 'cordonStands'> = {
  'zh-CN': {
    cordonSet: {
      name: '现场警戒通知',
      subject: '现场已设警戒',
      todo: '现场已设警戒：请告知您的人员，未经放行不得进入，进出一律登记。',
      why: '您在指挥部任职、负责现场警戒，或负责已动员的组',
      level: 'unverified',
      how: admit,
      lines: area,
      reason: '出入规定',
    },
    cordonLifted: {
      name: '现场警戒解除通知',
      subject: '现场警戒已解除',
      todo: '现场警戒已解除：请告知您的人员。',
      why: '您在指挥部任职、负责现场警戒，或负责已动员的组',
      level: 'unverified',
      how: 'nothing',
      lines: area,
      reason: '解除的理由',
    },
    cordonStands: {
      name: '现场警戒未解除提醒',
      subject: '应急响应已终止，现场警戒仍在',
      todo: '应急响应已终止，现场警戒尚未解除：请清点并登记离开的人员，确认安全后解除警戒。未解除的，不能结案。',
      why: '您在指挥部任职，或负责现场警戒',
      level: 'fromFacts',
      how: liftCordon,
      lines: (notice) => [...area(notice), inside(notice)],
    },
  },
  en: {
    cordonSet: {
      name: 'Cordon set',
      subject: 'The scene is cordoned off',
      todo: 'The scene is cordoned off: tell your people that nobody enters unless let in, and that everybody is registered.',
      why: 'you hold a post of command, keep the scene, or lead a team that is called',
      level: 'unverified',
      how: admit,
      lines: area,
      reason: 'Rules',
    },
    cordonLifted: {
      name: 'Cordon lifted',
      subject: 'The cordon is lifted',
      todo: 'The cordon is lifted: tell your people.',
      why: 'you hold a post of command, keep the scene, or lead a team that is called',
      level: 'unverified',
      how: 'nothing',
      lines: area,
      reason: 'Why it was lifted',
    },
    cordonStands: {
      name: 'Cordon still stands',
      subject: 'The response has ended, the cordon still stands',
      todo: 'The response has ended and the cordon still stands: register who leaves, and lift it once it is safe. Until then the incident cannot be closed.',
      why: 'you hold a post of command, or keep the scene',
      level: 'fromFacts',
      how: liftCordon,
      lines: (notice) => [...area(notice), inside(notice)],
    },
  },
};

function inside({ facts, lang }: Notice): string {
  const count = numberOf(facts, 'inside') ?? 0;
  return lang === 'en' ? `Registered as inside: ${count}` : `登记在内的人数：${count}`;
}

/** What is or was closed off. */
function area({ quote, lang }: Notice): string[] {
  const text = quote('area');
  if (text === undefined) return [];
  return [lang === 'en' ? `Area: ${text}` : `范围：${text}`];
}
