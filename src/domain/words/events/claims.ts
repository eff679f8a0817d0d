import type { ClaimsEvent } from '../../incident/events/claims.js';
import type { SentencesOf } from './sentences.js';

export const claimsEvents: SentencesOf<ClaimsEvent['type']> = {
  'zh-CN': {
    claimsAnswered({ granted, contested, shared }, say) {
      const parts = [
        ...contested.map(
          ({ person, heldBy, role }) =>
            `${say.person(person)}${role === 'command' ? '正在指挥' : '已参与'}另一起事故（${heldBy}），须由人员决定归属`,
        ),
        ...(granted.length === 0 ? [] : [`${say.people(granted)}现可全力参与本事故`]),
        ...shared.map((entry) => `${say.person(entry.person)}同时参与事故 ${say.list(entry.with)}`),
      ];
      return `人员台账：${parts.join('；') || '无人被其他事故占用'}。`;
    },
    claimResolved: (event, say) =>
      `${say.actor(event.actor)}决定：${say.person(event.person)}${event.decision === 'share' ? '同时参与两起事故' : '让给另一起事故，不参与本事故'}。理由：${say.quote(event.texts.reason)}。`,
    claimsRechecked: () => '重新核对人员台账。',
    claimsReminded: (event, say) =>
      `${say.people(event.people)}被两起事故同时需要，归属仍未决定；再次告知${say.people(event.tell)}。`,
    claimsReleased: () => '人员台账：已登记不再占用的人员。',
    preempted: ({ heldBy, people }, say) =>
      `真实事故 ${heldBy} 需要${say.people(people)}，已退出演练；演练不再等待、催促这些人员。`,
  },
  en: {
    claimsAnswered({ granted, contested, shared }, say) {
      const parts = [
        ...contested.map(
          ({ person, heldBy, role }) =>
            `${say.person(person)} ${role === 'command' ? 'commands' : 'serves'} another incident (${heldBy}), a person has to decide`,
        ),
        ...(granted.length === 0 ? [] : [`${say.people(granted)} can serve this incident alone now`]),
        ...shared.map((entry) => `${say.person(entry.person)} also serves ${say.list(entry.with)}`),
      ];
      return `Ledger of people: ${parts.join('; ') || 'nobody is held by another incident'}.`;
    },
    claimResolved: (event, say) =>
      `${say.actor(event.actor)} decided that ${say.person(event.person)} ${event.decision === 'share' ? 'serves both incidents' : 'is left to the other incident'}. Reason: ${say.quote(event.texts.reason)}.`,
    claimsRechecked: () => 'The ledger of people is asked again.',
    claimsReminded: (event, say) =>
      `Wanted by two incidents, and nobody has decided: ${say.people(event.people)}; told ${say.people(event.tell)} again.`,
    claimsReleased: () => 'Ledger of people: those who are no longer needed are let go.',
    preempted: ({ heldBy, people }, say) =>
      `Real incident ${heldBy} took ${say.people(people)} out of the drill; here nobody waits for them any more.`,
  },
};
