import type { SceneEvent } from '../../incident/events/scene.js';
import type { SentencesOf } from './sentences.js';

export const sceneEvents: SentencesOf<SceneEvent['type']> = {
  'zh-CN': {
    cordonSet: ({ actor, texts }, say) =>
      `${say.actor(actor)}设立现场警戒，范围：${say.quote(texts.area)}；出入规定：${say.quote(texts.rules)}。`,
    cordonLifted: ({ actor, inside, texts }, say) =>
      `${say.actor(actor)}解除现场警戒${inside === 0 ? '' : `，当时尚有${inside}项在场登记`}。理由：${say.quote(texts.reason)}。`,
    personAdmitted: ({ actor, pass, texts }, say) =>
      `${say.actor(actor)}放行${say.quote(texts.name)}（${pass}号），前往${say.quote(texts.area)}，事由：${say.quote(texts.purpose)}。`,
    personLeft: ({ actor, pass }, say) => `${say.actor(actor)}登记${pass}号已离开现场。`,
  },
  en: {
    cordonSet: ({ actor, texts }, say) =>
      `${say.actor(actor)} set the cordon around: ${say.quote(texts.area)}. Rules: ${say.quote(texts.rules)}.`,
    cordonLifted: ({ actor, inside, texts }, say) =>
      `${say.actor(actor)} lifted the cordon${inside === 0 ? '' : `, with ${inside} on the register of those inside`}. Reason: ${say.quote(texts.reason)}.`,
    personAdmitted: ({ actor, pass, texts }, say) =>
      `${say.actor(actor)} let in ${say.quote(texts.name)} (pass ${pass}), to: ${say.quote(texts.area)}. Purpose: ${say.quote(texts.purpose)}.`,
    personLeft: ({ actor, pass }, say) => `${say.actor(actor)} registered that pass ${pass} left the scene.`,
  },
};
