import type { Notice } from '../notice.js';
import { admit } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

export const sceneNotices: NoticeSentencesOf<'cordonSet' | 'cordonLifted'> = {
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
  },
};

/** What is or was closed off. */
function area({ quote, lang }: Notice): string[] {
  const text = quote('area');
  if (text === undefined) return [];
  return [lang === 'en' ? `Area: ${text}` : `范围：${text}`];
}
